/** The trained model and its parts, over parameters, a scaler and an optional engine. */
@NullMarked
package io.civae.internal.model;

import org.jspecify.annotations.NullMarked;
