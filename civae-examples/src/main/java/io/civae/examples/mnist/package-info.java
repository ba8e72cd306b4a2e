/** The MNIST digits, from a folder or from DJL's repository. */
@NullMarked
package io.civae.examples.mnist;

import org.jspecify.annotations.NullMarked;
