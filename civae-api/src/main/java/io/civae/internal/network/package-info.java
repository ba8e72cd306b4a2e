/** The forward pass of a trained network in plain Java, from named parameters. */
@NullMarked
package io.civae.internal.network;

import org.jspecify.annotations.NullMarked;
