/**
 * From counts to the features of a model: filters, normalisation, variable genes, and the record of
 * it.
 */
@NullMarked
package io.civae.examples.singlecell.preprocess;

import org.jspecify.annotations.NullMarked;
