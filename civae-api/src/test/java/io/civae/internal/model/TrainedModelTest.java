package io.civae.internal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.civae.CiVaeModel;
import io.civae.LatentDistribution;
import io.civae.Traversal;
import io.civae.data.FeatureMatrix;
import io.civae.fixture.HandMadeModels;
import io.civae.internal.network.PlainNetwork;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TrainedModelTest {

  private final ModelContents contents = HandMadeModels.smallContents();
  private final CiVaeModel model = new TrainedModel(contents, null);

  private static final float[][] X = {{1, 2, 3}, {-4, 0.5f, 6}, {0, 0, 0}};

  @AfterEach
  void closeModel() {
    model.close();
  }

  @Test
  void answersWhatItIs() {
    assertThat(model.config()).isEqualTo(contents.config());
    assertThat(model.classNames()).containsExactly("a", "b");
    assertThat(model.featureNames()).containsExactly("x0", "x1", "x2");
    assertThat(model.history().epochs()).isEqualTo(contents.history().epochs());
    assertThat(model.parameters()).isEqualTo(contents.parameters());
    assertThat(model.encoder().featureCount()).isEqualTo(3);
    assertThat(model.encoder().latentDim()).isEqualTo(2);
    assertThat(model.decoder().featureCount()).isEqualTo(3);
    assertThat(model.decoder().latentDim()).isEqualTo(2);
    assertThat(model.discriminator().classNames()).containsExactly("a", "b");
    assertThat(model).hasToString("CiVaeModel[3 features, latentDim 2, classes [a, b]]");
  }

  /** Offsets −0.5, 0.5, 1.5 and scales 2, 3, 4, by hand. */
  @Test
  void takesAndGivesTheUnitsOfTheUser() {
    PlainNetwork network = new PlainNetwork(contents.config(), contents.parameters());
    float[] scaled = {0.75f, 0.5f, 0.375f};
    float[] mean = new float[2];
    float[] logVariance = new float[2];
    network.encode(scaled, 1, mean, logVariance);
    LatentDistribution posterior = model.encoder().encode(new float[][] {{1, 2, 3}});
    assertThat(posterior.mean()[0]).isEqualTo(mean);
    assertThat(posterior.logVariance()[0]).isEqualTo(logVariance);

    float[] out = new float[3];
    network.decode(mean, 1, out);
    float[] decoded = model.decoder().decode(mean);
    assertThat(decoded[0]).isCloseTo(out[0] * 2 - 0.5f, within(1e-6f));
    assertThat(decoded[1]).isCloseTo(out[1] * 3 + 0.5f, within(1e-6f));
    assertThat(decoded[2]).isCloseTo(out[2] * 4 + 1.5f, within(1e-6f));
  }

  @Test
  void encodesMatricesArraysAndSingleObservationsAlike() {
    float[][] mean = model.encoder().encode(X).mean();
    assertThat(model.encoder().encode(FeatureMatrix.of(X)).mean()).isDeepEqualTo(mean);
    assertThat(model.encoder().encode(FeatureMatrix.of(X).select(1)).mean()[0]).isEqualTo(mean[1]);
    assertThat(model.encoder().mean(X[2])).isEqualTo(mean[2]);
    float[][] decoded = model.decoder().decode(mean);
    assertThat(model.decoder().decode(mean[1])).isEqualTo(decoded[1]);
    assertThat(model.reconstruct(X)).isDeepEqualTo(decoded);
    assertThat(model.reconstruct(FeatureMatrix.of(X))).isDeepEqualTo(decoded);
  }

  @Test
  void leavesObservationsAndLatentsAlone() {
    float[][] x = {{1, 2, 3}};
    float[][] z = {{1, 2}};
    model.encoder().encode(x);
    model.reconstruct(x);
    model.decoder().decode(z);
    model.discriminator().probabilities(z);
    assertThat(x[0]).containsExactly(1, 2, 3);
    assertThat(z[0]).containsExactly(1, 2);
  }

  @Test
  void walksBetweenTheMeansOfTwoObservations() {
    float[][] mean = model.encoder().encode(X).mean();
    float[][] latents = model.traverse(X[0], X[1], Traversal.linear(), 4).latents();
    assertThat(latents[0]).isEqualTo(mean[0]);
    assertThat(latents[3]).isEqualTo(mean[1]);
  }

  private static void assertRejected(Runnable call, String message) {
    assertThatThrownBy(call::run).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }

  @Test
  void rejectsObservationsThatDoNotFit() {
    assertRejected(
        () -> model.encoder().encode(new float[][] {{1, 2, 3}, {1, 2}}),
        "x[1] has 2 values per row; the model has 3");
    assertRejected(
        () -> model.encoder().encode(FeatureMatrix.of(new float[][] {{1, 2}})),
        "x has 2 values per row; the model has 3");
    assertRejected(
        () -> model.encoder().encode(new float[][] {{1, 2, 3}, {1, Float.NaN, 3}}),
        "x[1][1] (NaN) must be finite");
    assertRejected(
        () -> model.encoder().encode(new float[0][]), "x is empty; at least one row is needed");
    assertRejected(
        () -> model.reconstruct(new float[0][]), "x is empty; at least one row is needed");
    assertRejected(
        () -> model.encoder().mean(new float[4]), "x[0] has 4 values per row; the model has 3");
    assertRejected(
        () -> model.traverse(X[0], new float[2], Traversal.linear(), 2),
        "to[0] has 2 values per row; the model has 3");
    assertRejected(
        () ->
            model.traverse(
                new float[] {1, 1, Float.POSITIVE_INFINITY}, X[0], Traversal.linear(), 2),
        "from[0][2] (Infinity) must be finite");
    assertRejected(
        () -> model.traverse(X[0], X[1], Traversal.linear(), 0), "points (0) must be at least 1");
  }

  @Test
  void rejectsLatentsThatDoNotFit() {
    float[][] wide = {{1, 2, 3}};
    float[][] infinite = {{1, 2}, {Float.NEGATIVE_INFINITY, 0}};
    float[][] empty = {};
    for (Runnable call :
        List.<Runnable>of(
            () -> model.decoder().decode(wide),
            () -> model.discriminator().logits(wide),
            () -> model.discriminator().predict(wide))) {
      assertRejected(call, "z[0] has 3 values per row; the model has 2");
    }
    for (Runnable call :
        List.<Runnable>of(
            () -> model.decoder().decode(infinite),
            () -> model.discriminator().probabilities(infinite),
            () -> model.discriminator().predictIndices(infinite))) {
      assertRejected(call, "z[1][0] (-Infinity) must be finite");
    }
    assertRejected(() -> model.decoder().decode(empty), "z is empty; at least one row is needed");
    assertRejected(
        () -> model.discriminator().logits(empty), "z is empty; at least one row is needed");
  }
}
