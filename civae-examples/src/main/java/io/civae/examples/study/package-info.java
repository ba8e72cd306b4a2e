/** The paper's study: every model under every seed, measured alike and set beside the paper. */
@NullMarked
package io.civae.examples.study;

import org.jspecify.annotations.NullMarked;
