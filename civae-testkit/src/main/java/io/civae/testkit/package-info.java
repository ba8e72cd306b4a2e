/**
 * Helps to test code that uses CI-VAE: seeded synthetic data, a backend without natives, AssertJ
 * assertions and the contract a backend must pass.
 */
@NullMarked
package io.civae.testkit;

import org.jspecify.annotations.NullMarked;
