/** File formats of others: IDX in; CSV and NumPy arrays out. */
@NullMarked
package io.civae.examples.format;

import org.jspecify.annotations.NullMarked;
