/** What a user types: configure, fit, encode, walk, augment, save and load a CI-VAE. */
@NullMarked
package io.civae;

import org.jspecify.annotations.NullMarked;
