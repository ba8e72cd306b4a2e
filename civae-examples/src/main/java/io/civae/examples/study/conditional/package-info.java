/** A baseline outside the library's network: a conditional VAE, which is told the class. */
@NullMarked
package io.civae.examples.study.conditional;

import org.jspecify.annotations.NullMarked;
