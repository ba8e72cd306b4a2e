/** The figures of a study: losses, embeddings, reconstructions, walks and trade-offs. */
@NullMarked
package io.civae.examples.figure;

import org.jspecify.annotations.NullMarked;
