/** Tests of the DJL backend, each on every engine of the platform. */
@NullMarked
package io.civae.djl;

import org.jspecify.annotations.NullMarked;
