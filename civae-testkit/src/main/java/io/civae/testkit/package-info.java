/**
 * Helps to test code that uses CI-VAE: seeded synthetic data, a backend without natives, AssertJ
 * assertions and the contract a backend must pass.
 *
 * <p><b>How hard the digits are.</b> A multinomial logistic regression on the raw pixels of {@link
 * io.civae.testkit.SyntheticDatasets#digits digits}, trained to near convergence on seed 7 and
 * scored on 5,000 images of seed 99, is right for
 *
 * <table>
 * <caption>Held-out accuracy of a linear classifier</caption>
 * <tr><th>training images</th><th>accuracy</th></tr>
 * <tr><td>400</td><td>81 %</td></tr>
 * <tr><td>1,000</td><td>88 %</td></tr>
 * <tr><td>3,000</td><td>93 %</td></tr>
 * <tr><td>10,000</td><td>96 %</td></tr>
 * </table>
 *
 * <p>so they are near MNIST (92 % from 60,000 images) and leave room above a straight line. Drawing
 * 10,000 of them takes a fraction of a second.
 *
 * <p>JUnit 5 and AssertJ are needed only for what is built on them: {@link
 * io.civae.testkit.BackendContract} and {@link io.civae.testkit.CiVaeAssertions}.
 */
@NullMarked
package io.civae.testkit;

import org.jspecify.annotations.NullMarked;
