/** Ways through the latent space, their decoding and their certificate. */
@NullMarked
package io.civae.internal.walk;

import org.jspecify.annotations.NullMarked;
