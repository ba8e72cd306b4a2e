package io.civae.evaluation;

import io.civae.CiVaeModel;
import io.civae.LatentDistribution;
import io.civae.data.LabeledDataset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How well real observations cover the latents a walk passes: the log density of the class's
 * aggregate posterior, {@code s(z) = log (1/N) Σ_n N(z; μ_n, diag σ_n²)} over N reference
 * observations of the class, in nats. Low means that z lies in a hole. Comparable within one model
 * only: another latent space has another scale.
 */
public final class HoleScore {

  private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

  private final Map<String, Gaussians> byClass;

  private HoleScore(Map<String, Gaussians> byClass) {
    this.byClass = byClass;
  }

  /**
   * A score against reference observations.
   *
   * @param model that encodes
   * @param reference real labelled observations; unlabelled ones are left out
   * @return the score, for each class with members
   */
  public static HoleScore against(CiVaeModel model, LabeledDataset reference) {
    Map<String, Gaussians> byClass = new LinkedHashMap<>();
    for (String name : reference.classNames()) {
      int[] members = reference.indicesOf(name);
      if (members.length > 0) {
        LatentDistribution q = model.encoder().encode(reference.features().select(members));
        byClass.put(name, new Gaussians(q.mean(), q.logVariance()));
      }
    }
    return new HoleScore(byClass);
  }

  /**
   * The log density at one latent.
   *
   * @param className a class with reference observations
   * @param z a latent
   * @return nats
   * @throws IllegalArgumentException if the class has no reference observation
   */
  public double at(String className, float[] z) {
    Gaussians posteriors = byClass.get(className);
    if (posteriors == null) {
      throw new IllegalArgumentException(
          "class \""
              + className
              + "\" has no reference observation; there are "
              + byClass.keySet());
    }
    return posteriors.logMeanDensity(z);
  }

  /**
   * The lowest log density along a walk.
   *
   * @param walk with latents
   * @return nats
   */
  public double lowest(ClassWalk walk) {
    double lowest = Double.POSITIVE_INFINITY;
    for (float[] z : walk.latents()) {
      lowest = Math.min(lowest, at(walk.className(), z));
    }
    return lowest;
  }

  /**
   * The lowest log density of each walk, averaged.
   *
   * @param walks with latents, at least one
   * @param seed of the bootstrap
   * @return the mean over walks with its interval
   */
  public ConfidenceInterval meanLowest(List<ClassWalk> walks, long seed) {
    return Bootstrap.mean(lowest(walks), seed);
  }

  /**
   * The lowest log density of each walk, on all cores.
   *
   * @param walks with latents
   * @return nats, one value per walk
   */
  public double[] lowest(List<ClassWalk> walks) {
    return IntStream.range(0, walks.size())
        .parallel()
        .mapToDouble(w -> lowest(walks.get(w)))
        .toArray();
  }

  /** Posteriors with what does not depend on z worked out. */
  private static final class Gaussians {

    private final float[][] mean;
    private final float[][] precision;
    private final double[] logNorm;

    Gaussians(float[][] mean, float[][] logVariance) {
      this.mean = mean;
      this.precision = logVariance;
      this.logNorm = new double[mean.length];
      for (int n = 0; n < mean.length; n++) {
        double sum = 0;
        for (int j = 0; j < mean[n].length; j++) {
          sum += logVariance[n][j] + LOG_TWO_PI;
          precision[n][j] = (float) Math.exp(-logVariance[n][j]);
        }
        logNorm[n] = -sum / 2;
      }
    }

    double logMeanDensity(float[] z) {
      double[] logs = new double[mean.length];
      double highest = Double.NEGATIVE_INFINITY;
      for (int n = 0; n < logs.length; n++) {
        double sum = 0;
        for (int j = 0; j < z.length; j++) {
          double difference = (double) z[j] - mean[n][j];
          sum += difference * difference * precision[n][j];
        }
        logs[n] = logNorm[n] - sum / 2;
        highest = Math.max(highest, logs[n]);
      }
      double sum = 0;
      for (double log : logs) {
        sum += Math.exp(log - highest);
      }
      return highest + Math.log(sum / logs.length);
    }
  }
}
