/** The fake backend: the best linear CI-VAE of a dataset, in closed form. */
@NullMarked
package io.civae.testkit.internal.linear;

import org.jspecify.annotations.NullMarked;
