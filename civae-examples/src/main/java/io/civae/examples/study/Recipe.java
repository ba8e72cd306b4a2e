package io.civae.examples.study;

import io.civae.CiVae;
import io.civae.CiVaeBuilder;
import io.civae.ImageJitter;
import io.civae.LearningRateSchedule;
import io.civae.Likelihood;
import io.civae.ObservationTransform;
import io.civae.Scaling;
import java.util.Locale;
import java.util.Optional;

/**
 * Settings of a CI-VAE for images of 28 × 28 pixels in [0, 1] that go together. Each has its own
 * number of epochs; schedules stretch to another.
 */
public enum Recipe {
  /** The authors' settings, see {@link CiVae#paper()}: 800 epochs. */
  PAPER,

  /** A CI-VAE with nothing to it: about the paper's weights, a good schedule; 15 epochs. */
  PLAIN,

  /** Three wide layers, stronger weights, jittered images: 40 epochs. */
  BEST;

  private static final int SIDE = 28;

  /**
   * A builder with this recipe, its transform of observations included.
   *
   * @return a new builder
   */
  public CiVaeBuilder builder() {
    CiVaeBuilder builder =
        switch (this) {
          case PAPER -> CiVae.paper();
          case PLAIN ->
              CiVae.builder()
                  .hiddenLayers(512, 512, 256, 256, 128, 128, 64)
                  .alpha(4e-4)
                  .beta(12)
                  .batchSize(128)
                  .learningRate(3e-3)
                  .epochs(15);
          case BEST ->
              CiVae.builder()
                  .hiddenLayers(1024, 512, 256)
                  .alpha(0.01)
                  .beta(20)
                  .batchSize(256)
                  .learningRate(3e-3)
                  .epochs(40);
        };
    if (this != PAPER) {
      builder.dropout(0).learningRateSchedule(LearningRateSchedule.oneCycle());
    }
    transform().ifPresent(builder::observationTransform);
    // So that weights and figures always mean the same: squared errors of pixels in [0, 1].
    return builder.likelihood(Likelihood.GAUSSIAN).scaling(Scaling.NONE);
  }

  /**
   * What training does to each image, which a configuration cannot hold.
   *
   * @return the transform; empty when images are seen as they are
   */
  public Optional<ObservationTransform> transform() {
    return this == BEST
        ? Optional.of(ImageJitter.of(SIDE, SIDE).rotation(10).scale(0.1).shift(1.5).elastic(1))
        : Optional.empty();
  }

  /** The name as typed. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
