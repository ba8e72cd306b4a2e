/** Plain softmax classifiers: trained by a backend, served in plain Java. */
@NullMarked
package io.civae.internal.classifier;

import org.jspecify.annotations.NullMarked;
