package io.civae;

import io.civae.augment.AuditedDataset;
import io.civae.augment.AuditedObservation;
import io.civae.augment.Balance;
import io.civae.augment.Constraints;
import io.civae.augment.Endpoints;
import io.civae.augment.Position;
import io.civae.augment.Rejection;
import io.civae.data.FeatureMatrix;
import io.civae.data.LabeledDataset;
import io.civae.internal.model.Rows;
import java.util.stream.Stream;

/**
 * Makes labelled synthetic observations by walking inside a class: two different members of the
 * class are drawn from the source, and a point on the straight line between their posterior means
 * is decoded. By default any two members, uniformly, and {@code t} uniform in [0, 1).
 *
 * <p>A synthetic observation is {@code x = g(z)} with {@code z = (1 − t)·μ_a + t·μ_b}. Posterior
 * noise s adds {@code s·σ_t·ε} to z, with {@code σ_t² = (1 − t)·σ_a² + t·σ_b²} and ε ~ N(0, I);
 * residuals add {@code (1 − t)·(x_a − g(μ_a)) + t·(x_b − g(μ_b))} to x, and a feature in which both
 * parents agree keeps its value. Constraints come last.
 *
 * <p>With a likelihood {@linkplain Likelihood#isOfCounts() of counts} g gives expected counts at
 * the median library size of the training observations: no whole numbers, and without the spread of
 * real counts. {@link CountDecoder#sample} draws counts from latents. Residuals bring the parents'
 * spread and library sizes back and may lead below 0; {@link io.civae.augment.Constraints#seenIn}
 * then rounds and bounds.
 *
 * <p>Immutable and thread-safe while its model is open; each setting gives a new augmenter.
 * Reproducible: the same call on the same augmenter gives the same observations, of which the first
 * do not depend on how many are asked for; use {@link #withSeed} for others.
 */
public interface Augmenter {

  /**
   * Makes observations of one class.
   *
   * @param className a class with at least two members in the source
   * @param count at least 1
   * @return exactly {@code count} synthetic observations, all of this class
   * @throws IllegalArgumentException if the class is unknown or has fewer than two members, or the
   *     count is out of range
   * @throws io.civae.augment.TooFewAcceptedException if too few pass the rejection
   */
  LabeledDataset generate(String className, int count);

  /**
   * Makes the observations of {@link #generate} in an array that the caller keeps, row after row,
   * without an object for each row: for many at a time, or the same array again and again.
   *
   * @param className a class with at least two members in the source
   * @param count at least 1
   * @param target receives them; of length {@code count · d}, row i starts at {@code i · d}
   * @throws IllegalArgumentException if the class is unknown or has fewer than two members, or the
   *     count or the length of the array is out of range
   * @throws io.civae.augment.TooFewAcceptedException if too few pass the rejection; what the array
   *     holds then is undefined
   */
  default void generateInto(String className, int count, float[] target) {
    FeatureMatrix made = generate(className, count).features();
    Rows.checkLength("target", target, made.rows(), made.columns());
    for (int i = 0; i < made.rows(); i++) {
      made.copyRow(i, target, i * made.columns());
    }
  }

  /**
   * Makes the observations of {@link #generate} with what is known of each. Each is compared with
   * every member of its class, so this takes longer.
   *
   * @param className a class with at least two members in the source
   * @param count at least 1
   * @return exactly {@code count} synthetic observations with their audits
   * @throws IllegalArgumentException if the class is unknown or has fewer than two members, or the
   *     count is out of range
   * @throws io.civae.augment.TooFewAcceptedException if too few pass the rejection
   */
  AuditedDataset audited(String className, int count);

  /**
   * Unlimited observations of one class, made as they are asked for. The first n are those of
   * {@code generate(className, n)}.
   *
   * <p>They are made some hundreds at a time; for who asks for more than the first of these, the
   * next are made in the background while the last are used, never more than that ahead. In a
   * {@link java.util.concurrent.ForkJoinPool} of the caller's own that happens in this pool, else
   * in the common one.
   *
   * @param className a class with at least two members in the source
   * @return an endless, ordered, sequential stream of observations, {@code [d]} each, which belong
   *     to the caller; it throws {@link io.civae.augment.TooFewAcceptedException} where too few
   *     pass the rejection, and {@link IllegalStateException} once the model is closed
   * @throws IllegalArgumentException if the class is unknown or has fewer than two members
   */
  Stream<float[]> stream(String className);

  /**
   * The observations of {@link #stream} with what is known of each: the first n are those of {@code
   * audited(className, n)}. Each is compared with every member of its class when it is asked for,
   * so this takes longer; the members are kept as one dense copy.
   *
   * @param className a class with at least two members in the source
   * @return an endless, ordered, sequential stream; it throws {@link
   *     io.civae.augment.TooFewAcceptedException} where too few pass the rejection, and {@link
   *     IllegalStateException} once the model is closed
   * @throws IllegalArgumentException if the class is unknown or has fewer than two members
   */
  Stream<AuditedObservation> auditedStream(String className);

  /**
   * Brings every class to the size of the largest.
   *
   * <p>A class of one member has no pair to walk between: its synthetic observations are decoded
   * samples of that member's posterior, and a warning says so. A class without members stays
   * without.
   *
   * @return the source's observations, untouched and first, then the synthetic ones class by class
   * @throws IllegalArgumentException if nothing in the source is labelled
   * @throws io.civae.augment.TooFewAcceptedException if too few pass the rejection
   */
  default LabeledDataset balance() {
    return balance(Balance.toMajority());
  }

  /**
   * Brings the classes to the sizes that a strategy asks for, otherwise as {@link #balance()}.
   *
   * @param strategy to the majority, to a ratio of it, or to given counts
   * @return the source's observations, untouched and first, then the synthetic ones class by class
   * @throws IllegalArgumentException if nothing in the source is labelled, or a count names an
   *     unknown class, one without members or less than its members
   * @throws io.civae.augment.TooFewAcceptedException if too few pass the rejection
   */
  LabeledDataset balance(Balance strategy);

  /**
   * Balances as {@link #balance(Balance)} and tells what is known of each synthetic observation.
   *
   * @param strategy to the majority, to a ratio of it, or to given counts
   * @return the source's observations first, then the synthetic ones with their audits
   * @throws IllegalArgumentException as {@link #balance(Balance)}
   * @throws io.civae.augment.TooFewAcceptedException if too few pass the rejection
   */
  AuditedDataset auditedBalance(Balance strategy);

  /**
   * The same augmenter as it was measured on tables: from a member up to half of the way ({@code t}
   * uniform in [0, 0.5)) to one of its five nearest, with residuals. Whatever else is set stays;
   * what is set later goes before.
   *
   * <p>Measured on seven tables, ten splits each, with models trained as the command {@code
   * augment} trains them; the settings were chosen on three of the tables. The macro-F1 of a
   * logistic regression and of a random forest trained on the balanced rows differed from that with
   * SMOTE by −0.000 and −0.003 on the mean of the tables, with 95 % intervals of [−0.005, +0.004]
   * and [−0.012, +0.006]: they cannot be told apart. On the four other tables alone the forest was
   * 0.010 behind, most of it where a class has a few dozen rows in many features: there walks
   * between any pair did better. The whole table, how the settings were chosen and what else was
   * tried are in {@code docs/augmentation-gain.md}.
   *
   * @return a new augmenter
   */
  Augmenter forTables();

  /**
   * The same augmenter between other members.
   *
   * @param endpoints any pair by default
   * @return a new augmenter
   */
  Augmenter between(Endpoints endpoints);

  /**
   * The same augmenter at other places of the walk.
   *
   * @param position anywhere by default
   * @return a new augmenter
   */
  Augmenter at(Position position);

  /**
   * The same augmenter with noise on the latents.
   *
   * @param scale of the posterior standard deviation, finite and non-negative; 0 by default
   * @return a new augmenter
   * @throws IllegalArgumentException if out of range
   */
  Augmenter withPosteriorNoise(double scale);

  /**
   * The same augmenter, which gives back what the model could not reconstruct of the two parents:
   * at t = 0 and 1 these come back as they are. A feature that has the same value in both has it in
   * between, too. Keeps the residuals of each class it was asked about, as large as its
   * observations.
   *
   * @return a new augmenter
   */
  Augmenter withResiduals();

  /**
   * The same augmenter, which throws some observations away and draws others.
   *
   * @param rule none by default
   * @return a new augmenter
   */
  Augmenter rejecting(Rejection rule);

  /**
   * The same augmenter, whose observations obey constraints.
   *
   * @param constraints none by default
   * @return a new augmenter
   * @throws IllegalArgumentException if they name a feature that the source does not have
   */
  Augmenter keeping(Constraints constraints);

  /**
   * The same augmenter with another seed.
   *
   * @param seed any value; the default is that of the model's configuration
   * @return a new augmenter
   */
  Augmenter withSeed(long seed);
}
