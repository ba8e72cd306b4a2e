package io.civae.internal.augment;

import io.civae.Augmenter;
import io.civae.CiVaeModel;
import io.civae.LatentDistribution;
import io.civae.data.FeatureMatrix;
import io.civae.data.LabeledDataset;
import io.civae.internal.walk.LinearTraversal;
import io.civae.spi.SeededRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Draws pairs inside a class and decodes points between their posterior means. */
public final class WalkAugmenter implements Augmenter {

  private static final Logger LOG = LoggerFactory.getLogger(WalkAugmenter.class);

  /** Streams of their own, so that what one call makes never comes again from the other. */
  private static final long GENERATE_STREAM = 0x4155_474DL;

  private static final long BALANCE_STREAM = 0x4241_4C41L;

  private final CiVaeModel model;
  private final LabeledDataset source;
  private final long seed;

  /** Posteriors of each class, encoded once: they are small beside the observations. */
  private final Map<String, LatentDistribution> posteriors;

  private WalkAugmenter(
      CiVaeModel model,
      LabeledDataset source,
      long seed,
      Map<String, LatentDistribution> posteriors) {
    this.model = model;
    this.source = source;
    this.seed = seed;
    this.posteriors = posteriors;
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
    int features = model.featureNames().size();
    if (source.featureCount() != features) {
      throw new IllegalArgumentException(
          "source has " + source.featureCount() + " features; the model has " + features);
    }
    for (String name : source.classNames()) {
      if (!model.classNames().contains(name)) {
        throw new IllegalArgumentException(
            "source has class \""
                + name
                + "\", which is not among the model's classes "
                + model.classNames());
      }
    }
    return new WalkAugmenter(model, source, seed, new ConcurrentHashMap<>());
  }

  @Override
  public LabeledDataset generate(String className, int count) {
    checkOpen();
    if (count < 1) {
      throw new IllegalArgumentException("count (" + count + ") must be at least 1");
    }
    int members = source.indicesOf(className).length;
    if (members < 2) {
      throw new IllegalArgumentException(
          "class \""
              + className
              + "\" has "
              + members
              + " members in the source; a walk needs two");
    }
    float[][] latents = walked(className, count, random(GENERATE_STREAM, className));
    @Nullable String[] labels = new @Nullable String[count];
    Arrays.fill(labels, className);
    return dataset(FeatureMatrix.of(model.decoder().decode(latents)), labels);
  }

  @Override
  public LabeledDataset balance() {
    checkOpen();
    List<String> classes = source.classNames();
    int[] sizes = new int[classes.size()];
    int largest = 0;
    for (int c = 0; c < sizes.length; c++) {
      sizes[c] = source.indicesOf(classes.get(c)).length;
      largest = Math.max(largest, sizes[c]);
    }
    if (largest == 0) {
      throw new IllegalArgumentException("source has no labelled observation to balance");
    }
    List<float[]> latents = new ArrayList<>();
    List<@Nullable String> labels = new ArrayList<>();
    for (int i = 0; i < source.size(); i++) {
      labels.add(source.label(i));
    }
    for (int c = 0; c < sizes.length; c++) {
      int missing = sizes[c] == 0 ? 0 : largest - sizes[c];
      if (missing > 0) {
        String name = classes.get(c);
        SeededRandom random = random(BALANCE_STREAM, name);
        latents.addAll(
            List.of(
                sizes[c] == 1 ? sampled(name, missing, random) : walked(name, missing, random)));
        labels.addAll(Collections.nCopies(missing, name));
      }
    }
    if (latents.isEmpty()) {
      return source;
    }
    FeatureMatrix synthetic =
        FeatureMatrix.of(model.decoder().decode(latents.toArray(new float[0][])));
    return dataset(
        new ConcatenatedFeatureMatrix(source.features(), synthetic),
        labels.toArray(new @Nullable String[0]));
  }

  @Override
  public Augmenter withSeed(long other) {
    checkOpen();
    return new WalkAugmenter(model, source, other, posteriors);
  }

  /** A closed model refuses every call, also one that could do without its network. */
  private void checkOpen() {
    model.classNames();
  }

  private LabeledDataset dataset(FeatureMatrix features, @Nullable String[] labels) {
    return LabeledDataset.of(features, labels)
        .withClassNames(source.classNames())
        .withFeatureNames(source.featureNames());
  }

  private float[][] walked(String className, int count, SeededRandom random) {
    float[][] mean = posteriors(className).mean();
    float[][] latents = new float[count][];
    for (int i = 0; i < count; i++) {
      int first = random.nextInt(mean.length);
      int second = (first + 1 + random.nextInt(mean.length - 1)) % mean.length;
      latents[i] = LinearTraversal.between(mean[first], mean[second], random.nextDouble());
    }
    return latents;
  }

  private float[][] sampled(String className, int count, SeededRandom random) {
    LOG.warn(
        "class \"{}\" has one member: its {} synthetic observations are samples of that member's"
            + " posterior, not walks",
        className,
        count);
    LatentDistribution only = posteriors(className);
    float[] mean = only.mean()[0];
    float[] logVariance = only.logVariance()[0];
    float[][] latents = new float[count][mean.length];
    for (float[] z : latents) {
      for (int j = 0; j < z.length; j++) {
        z[j] = (float) (mean[j] + Math.exp(0.5 * logVariance[j]) * random.nextGaussian());
      }
    }
    return latents;
  }

  private LatentDistribution posteriors(String className) {
    return posteriors.computeIfAbsent(
        className,
        name -> model.encoder().encode(source.features().select(source.indicesOf(name))));
  }

  private SeededRandom random(long stream, String className) {
    return SeededRandom.of(seed, stream, model.classNames().indexOf(className));
  }
}
