/** Trains CI-VAEs with the Deep Java Library, on MXNet or PyTorch, chosen at run time. */
@NullMarked
package io.civae.djl;

import org.jspecify.annotations.NullMarked;
