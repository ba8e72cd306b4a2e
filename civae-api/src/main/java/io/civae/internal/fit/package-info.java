/**
 * From a dataset to a trained model: checks, scaling, automatic settings, the search for a backend.
 */
@NullMarked
package io.civae.internal.fit;

import org.jspecify.annotations.NullMarked;
