package io.civae.examples.study;

import java.util.Map;

/**
 * Table 1 of the paper with its true meaning: its "reconstruction error (MAE)" is 200 times the
 * mean squared error per pixel, which is a squared error per image of 10.07 and 11.07; its
 * separability is resubstitution on the test latents.
 */
final class PublishedFigures {

  static final Measurement CI_VAE =
      new Measurement(
          Map.of(Metric.SSE, 10.07, Metric.PAPER_ERROR, 2.56, Metric.RESUBSTITUTION, 0.9987), "");

  static final Measurement VAE =
      new Measurement(
          Map.of(Metric.SSE, 11.07, Metric.PAPER_ERROR, 2.82, Metric.RESUBSTITUTION, 0.9081), "");

  private PublishedFigures() {}
}
