package io.civae.testkit;

import io.civae.CiVaeModel;
import io.civae.data.LabeledDataset;
import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions on a trained model, which must be open. Every method returns this. */
public final class CiVaeModelAssert extends AbstractAssert<CiVaeModelAssert, CiVaeModel> {

  CiVaeModelAssert(@Nullable CiVaeModel actual) {
    super(actual, CiVaeModelAssert.class);
  }

  /**
   * Verifies the classes and their order.
   *
   * @param expected class names; none for a model trained without labels
   * @return this
   */
  public CiVaeModelAssert hasClasses(String... expected) {
    isNotNull();
    if (!actual.classNames().equals(List.of(expected))) {
      failWithMessage(
          "Expected the model to have classes <%s>, but it has <%s>",
          List.of(expected), actual.classNames());
    }
    return this;
  }

  /**
   * Verifies the size of the latent space.
   *
   * @param expected size
   * @return this
   */
  public CiVaeModelAssert hasLatentDim(int expected) {
    isNotNull();
    int found = actual.encoder().latentDim();
    if (found != expected) {
      failWithMessage(
          "Expected the model to have latentDim <%s>, but it has <%s>", expected, found);
    }
    return this;
  }

  /**
   * Verifies how well observations come back: {@code 1/(n·d) Σ (x − x̂)²}, x̂ decoded from the
   * posterior mean, in squared units of the features.
   *
   * @param data observations
   * @param meanSquaredError the largest allowed
   * @return this
   */
  public CiVaeModelAssert reconstructsWithin(LabeledDataset data, double meanSquaredError) {
    isNotNull();
    float[][] x = data.features().toArray();
    float[][] decoded = actual.reconstruct(data.features());
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x[i].length; j++) {
        double error = (double) x[i][j] - decoded[i][j];
        sum += error * error;
      }
    }
    double found = sum / ((double) x.length * data.featureCount());
    if (!(found <= meanSquaredError)) {
      failWithMessage(
          "Expected the model to reconstruct <%s> observations with a mean squared error of at most"
              + " <%s>, but it is <%s>",
          x.length, meanSquaredError, found);
    }
    return this;
  }

  /**
   * Verifies the share of labelled observations whose class the discriminator puts on top at their
   * posterior mean.
   *
   * @param data observations, at least one of them labelled
   * @param accuracy the smallest allowed share, in [0, 1]
   * @return this
   */
  public CiVaeModelAssert discriminatesAtLeast(LabeledDataset data, double accuracy) {
    isNotNull();
    String[] predicted =
        actual.discriminator().predict(actual.encoder().encode(data.features()).mean());
    int labelled = 0;
    int right = 0;
    for (int i = 0; i < predicted.length; i++) {
      String label = data.label(i);
      if (label != null) {
        labelled++;
        right += label.equals(predicted[i]) ? 1 : 0;
      }
    }
    if (labelled == 0) {
      failWithMessage(
          "Expected at least one labelled observation, but none of <%s> is", data.size());
    }
    double found = (double) right / labelled;
    if (!(found >= accuracy)) {
      failWithMessage(
          "Expected the discriminator to be right for a share of at least <%s>, but it is right for"
              + " <%s> of <%s> labelled observations, a share of <%s>",
          accuracy, right, labelled, found);
    }
    return this;
  }
}
