package io.civae.testkit;

import io.civae.TraversalPath;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions on a walk through the latent space. Every method returns this. */
public final class TraversalPathAssert extends AbstractAssert<TraversalPathAssert, TraversalPath> {

  TraversalPathAssert(@Nullable TraversalPath actual) {
    super(actual, TraversalPathAssert.class);
  }

  /**
   * Verifies that the walk is certified to stay in one class of the discriminator.
   *
   * @return this
   */
  public TraversalPathAssert isCertified() {
    isNotNull();
    if (!actual.isCertified()) {
      failWithMessage("Expected the walk to be certified, but it is not");
    }
    return this;
  }

  /**
   * Verifies that the walk is not certified.
   *
   * @return this
   */
  public TraversalPathAssert isNotCertified() {
    isNotNull();
    if (actual.isCertified()) {
      failWithMessage(
          "Expected the walk not to be certified, but it is, for class <%s>",
          actual.certifiedClass().orElse("?"));
    }
    return this;
  }

  /**
   * Verifies that one class is the most probable at every point.
   *
   * @param className the class
   * @param classNames the model's classes, {@code CiVaeModel.classNames()}, for a walk itself knows
   *     numbers only
   * @return this
   */
  public TraversalPathAssert staysInClass(String className, List<String> classNames) {
    isNotNull();
    int wanted = classNames.indexOf(className);
    if (wanted < 0) {
      failWithMessage("Expected class <%s> to be among the classes <%s>", className, classNames);
    }
    float[][] probabilities = actual.probabilities();
    for (int i = 0; i < probabilities.length; i++) {
      if (probabilities[i].length != classNames.size()) {
        failWithMessage(
            "Expected the walk to have probabilities of the classes <%s>, but it has <%s> a point",
            classNames, probabilities[i].length);
      }
      int top = top(probabilities[i]);
      if (top != wanted) {
        failWithMessage(
            "Expected the walk to stay in class <%s>, but point <%s> of <%s> is in class <%s> with"
                + " probability <%s>, against <%s>",
            className,
            i,
            actual.points(),
            classNames.get(top),
            probabilities[i][top],
            probabilities[i][wanted]);
      }
    }
    return this;
  }

  private static int top(float[] values) {
    int best = 0;
    for (int c = 1; c < values.length; c++) {
      best = values[c] > values[best] ? c : best;
    }
    return best;
  }

  /**
   * Verifies the number of points, both ends included.
   *
   * @param expected how many
   * @return this
   */
  public TraversalPathAssert hasPoints(int expected) {
    isNotNull();
    if (actual.points() != expected) {
      failWithMessage(
          "Expected the walk to have <%s> points, but it has <%s>", expected, actual.points());
    }
    return this;
  }

  /**
   * Verifies the first latent.
   *
   * @param latent expected
   * @param tolerance largest difference in any coordinate
   * @return this
   */
  public TraversalPathAssert startsAt(float[] latent, double tolerance) {
    isNotNull();
    return isAt("start", actual.latents()[0], latent, tolerance);
  }

  /**
   * Verifies the last latent.
   *
   * @param latent expected
   * @param tolerance largest difference in any coordinate
   * @return this
   */
  public TraversalPathAssert endsAt(float[] latent, double tolerance) {
    isNotNull();
    return isAt("end", actual.latents()[actual.points() - 1], latent, tolerance);
  }

  private TraversalPathAssert isAt(
      String place, float[] found, float[] expected, double tolerance) {
    boolean near = found.length == expected.length;
    for (int j = 0; near && j < found.length; j++) {
      near = Math.abs((double) found[j] - expected[j]) <= tolerance;
    }
    if (!near) {
      failWithMessage(
          "Expected the walk to %s at <%s> within <%s>, but it does at <%s>",
          place, Arrays.toString(expected), tolerance, Arrays.toString(found));
    }
    return this;
  }

  /**
   * Verifies that no decoded value is NaN or infinite.
   *
   * @return this
   */
  public TraversalPathAssert hasFiniteObservations() {
    isNotNull();
    float[][] observations = actual.observations();
    for (int i = 0; i < observations.length; i++) {
      for (int j = 0; j < observations[i].length; j++) {
        if (!Float.isFinite(observations[i][j])) {
          failWithMessage(
              "Expected finite observations, but feature <%s> of point <%s> is <%s>",
              j, i, observations[i][j]);
        }
      }
    }
    return this;
  }

  /**
   * Verifies that every point lies inside the walk's class, at least so far from its nearest
   * boundary.
   *
   * @param least distance, in the unit of the latents
   * @return this
   */
  public TraversalPathAssert hasMarginsAtLeast(double least) {
    isNotNull();
    for (int i = 0; i < actual.points(); i++) {
      double margin = actual.margin(i).orElse(Double.NaN);
      if (!(margin >= least)) {
        failWithMessage(
            "Expected margins of at least <%s>, but that of point <%s> is <%s>", least, i, margin);
      }
    }
    return this;
  }

  /**
   * Verifies that every point has a hole score of at least so much: there were reference
   * observations of the walk's class, and it does not cross a deeper hole.
   *
   * @param least log density, in nats
   * @return this
   */
  public TraversalPathAssert hasHoleScoresAtLeast(double least) {
    isNotNull();
    for (int i = 0; i < actual.points(); i++) {
      double score = actual.holeScore(i).orElse(Double.NaN);
      if (!(score >= least)) {
        failWithMessage(
            "Expected hole scores of at least <%s>, but that of point <%s> is <%s>",
            least, i, score);
      }
    }
    return this;
  }

  /**
   * Verifies that the decoded walk is at most so many times as long as the straight distance
   * between its decoded ends.
   *
   * @param most at least 1
   * @return this
   */
  public TraversalPathAssert hasRelativeLengthAtMost(double most) {
    isNotNull();
    double relative = actual.shape().relativeLength().orElse(Double.NaN);
    if (!(relative <= most)) {
      failWithMessage("Expected a relative length of at most <%s>, but it is <%s>", most, relative);
    }
    return this;
  }
}
