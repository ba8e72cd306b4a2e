package io.civae.internal.augment;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import io.civae.Augmenter;
import io.civae.CiVaeModel;
import io.civae.augment.AuditedDataset;
import io.civae.augment.AuditedObservation;
import io.civae.augment.AugmentationSummary;
import io.civae.augment.Balance;
import io.civae.augment.Constraints;
import io.civae.augment.Endpoints;
import io.civae.augment.Position;
import io.civae.augment.Rejection;
import io.civae.data.LabeledDataset;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Draws pairs inside a class and decodes points between their posterior means. */
public final class WalkAugmenter implements Augmenter {

  private static final Logger LOG = LoggerFactory.getLogger(WalkAugmenter.class);

  /** The longest array that every JVM can make. */
  private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

  /** Streams of their own, so that what one call makes never comes again from the other. */
  private static final long GENERATE_STREAM = 0x4155_474DL;

  private static final long BALANCE_STREAM = 0x4241_4C41L;

  private final Workshop workshop;
  private final Recipe recipe;

  private WalkAugmenter(Workshop workshop, Recipe recipe) {
    this.workshop = workshop;
    this.recipe = recipe;
  }

  /**
   * An augmenter.
   *
   * @param model that encodes and decodes
   * @param source whose members are walked between
   * @param seed of the draws
   * @return a new augmenter
   */
  public static WalkAugmenter of(CiVaeModel model, LabeledDataset source, long seed) {
    return new WalkAugmenter(Workshop.of(model, source), Recipe.standard(seed));
  }

  @Override
  public LabeledDataset generate(String className, int count) {
    return dataset(made(className, count, false));
  }

  @Override
  public void generateInto(String className, int count, float[] target) {
    check(className, count);
    Batch batch = Batch.filling(target, count, workshop.source().featureCount());
    workshop.make(batch, className, count, recipe, GENERATE_STREAM, false);
  }

  @Override
  public AuditedDataset audited(String className, int count) {
    Batch made = made(className, count, true);
    return new AuditedDataset(dataset(made), made.audits(), summary(made));
  }

  private void check(String className, int count) {
    workshop.checkOpen();
    if (count < 1) {
      throw new IllegalArgumentException("count (" + count + ") must be at least 1");
    }
    checkWalkable(className);
    checkRoom(count);
  }

  private Batch made(String className, int count, boolean audited) {
    check(className, count);
    Batch batch = new Batch(count, workshop.source().featureCount());
    workshop.make(batch, className, count, recipe, GENERATE_STREAM, audited);
    return batch;
  }

  /** Said before the work: what comes out is one array. */
  private void checkRoom(long count) {
    int d = workshop.source().featureCount();
    if (count * d > LONGEST_ARRAY) {
      throw new IllegalArgumentException(
          count
              + " synthetic observations of "
              + d
              + " features are "
              + count * d
              + " values; a dataset in memory holds "
              + LONGEST_ARRAY
              + ": use stream, which keeps none");
    }
  }

  private void checkWalkable(String className) {
    int members = workshop.source().indicesOf(className).length;
    if (members < 2) {
      throw new IllegalArgumentException(
          "class \""
              + className
              + "\" has "
              + (members == 1 ? "1 member" : members + " members")
              + " in the source; a walk needs two");
    }
  }

  @Override
  public Stream<float[]> stream(String className) {
    workshop.checkOpen();
    checkWalkable(className);
    return workshop
        .endless(workshop.production(className, recipe, GENERATE_STREAM, false))
        .map(Candidate::observation);
  }

  @Override
  public Stream<AuditedObservation> auditedStream(String className) {
    workshop.checkOpen();
    checkWalkable(className);
    Production production = workshop.production(className, recipe, GENERATE_STREAM, true);
    // A stream is lazy: members are read when its first observation is asked for.
    Supplier<Auditing> auditing =
        Suppliers.memoize(() -> Auditing.of(production.material(), Production.LARGE_BATCH));
    return workshop
        .endless(production)
        .map(
            candidate ->
                new AuditedObservation(candidate.observation(), auditing.get().audit(candidate)));
  }

  @Override
  public LabeledDataset balance(Balance strategy) {
    return behindSource(balanced(strategy, false));
  }

  @Override
  public AuditedDataset auditedBalance(Balance strategy) {
    Batch made = balanced(strategy, true);
    return new AuditedDataset(behindSource(made), made.audits(), summary(made));
  }

  private Batch balanced(Balance strategy, boolean audited) {
    workshop.checkOpen();
    Map<String, Integer> missing = Shortfall.of(workshop.source(), strategy);
    long count = missing.values().stream().mapToLong(Integer::longValue).sum();
    checkRoom(count);
    Batch batch = new Batch((int) count, workshop.source().featureCount());
    missing.forEach(
        (name, more) -> {
          if (workshop.source().indicesOf(name).length == 1) {
            LOG.warn(
                "class \"{}\" has one member: its {} synthetic observations are samples of that"
                    + " member's posterior, not walks",
                name,
                more);
          }
          workshop.make(batch, name, more, recipe, BALANCE_STREAM, audited);
        });
    return batch;
  }

  private static AugmentationSummary summary(Batch made) {
    return AugmentationSummary.of(made.size(), made.audits(), made.rejected());
  }

  private LabeledDataset behindSource(Batch made) {
    LabeledDataset source = workshop.source();
    return made.size() == 0 ? source : source.followedBy(dataset(made));
  }

  private LabeledDataset dataset(Batch made) {
    LabeledDataset source = workshop.source();
    return LabeledDataset.of(made.observations(), made.labels().toArray(new @Nullable String[0]))
        .withClassNames(source.classNames())
        .withFeatureNames(source.featureNames());
  }

  private Augmenter with(Recipe other) {
    workshop.checkOpen();
    return new WalkAugmenter(workshop, other);
  }

  @Override
  public Augmenter forTables() {
    return with(recipe.forTables());
  }

  @Override
  public Augmenter between(Endpoints endpoints) {
    return with(recipe.between(endpoints));
  }

  @Override
  public Augmenter at(Position position) {
    return with(recipe.at(position));
  }

  @Override
  public Augmenter withPosteriorNoise(double scale) {
    return with(recipe.withNoise(scale));
  }

  @Override
  public Augmenter withResiduals() {
    return with(recipe.withResiduals());
  }

  @Override
  public Augmenter rejecting(Rejection rule) {
    return with(recipe.rejecting(rule));
  }

  @Override
  public Augmenter keeping(Constraints constraints) {
    constraints.over(workshop.source().featureNames()); // Refuses unknown features now.
    return with(recipe.keeping(constraints));
  }

  @Override
  public Augmenter withSeed(long other) {
    return with(recipe.withSeed(other));
  }
}
