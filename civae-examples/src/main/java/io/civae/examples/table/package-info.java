/** A user's own CSV table as observations of a model, and synthetic rows written back as text. */
@NullMarked
package io.civae.examples.table;

import org.jspecify.annotations.NullMarked;
