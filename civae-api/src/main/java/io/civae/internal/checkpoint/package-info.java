/** What a checkpoint is, which training it belongs to and when it is due. */
@NullMarked
package io.civae.internal.checkpoint;

import org.jspecify.annotations.NullMarked;
