/** An experiment from training to files: train with progress, evaluate, write what came out. */
@NullMarked
package io.civae.examples.experiment;

import org.jspecify.annotations.NullMarked;
