package io.civae.evaluation;

import io.civae.CiVaeModel;
import io.civae.LatentDistribution;
import io.civae.data.LabeledDataset;
import io.civae.walk.AggregatePosterior;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How well real observations cover the latents a walk passes: the log density of the class's {@link
 * AggregatePosterior}, {@code s(z) = log (1/N) Σ_n N(z; μ_n, diag σ_n²)} over N reference
 * observations of the class, in nats. Low means that z lies in a hole. Range: from −∞ to {@code −½
 * Σ_j log 2πσ²_j} of the narrowest posterior, above 0 where that is narrow. Comparable within one
 * model only: another latent space has another scale.
 *
 * <p>Source: the aggregate posterior is that of Makhzani et al. (Adversarial Autoencoders, 2016)
 * and of Hoffman and Johnson (ELBO surgery, 2016), here over one class; that walks through regions
 * where it is low decode to nothing known is from Rosca et al. (Distribution Matching in
 * Variational Inference, 2018).
 */
public final class HoleScore {

  private final Map<String, AggregatePosterior> byClass;

  private HoleScore(Map<String, AggregatePosterior> byClass) {
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
    Map<String, AggregatePosterior> byClass = new LinkedHashMap<>();
    for (String name : reference.classNames()) {
      int[] members = reference.indicesOf(name);
      if (members.length > 0) {
        LatentDistribution q = model.encoder().encode(reference.features().select(members));
        byClass.put(name, AggregatePosterior.of(q));
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
    AggregatePosterior posteriors = byClass.get(className);
    if (posteriors == null) {
      throw new IllegalArgumentException(
          "class \""
              + className
              + "\" has no reference observation; there are "
              + byClass.keySet());
    }
    return posteriors.logDensity(z);
  }

  /**
   * The lowest log density along a walk.
   *
   * @param walk with latents
   * @return nats
   * @throws IllegalArgumentException if it has not a latent for each point
   */
  public double lowest(ClassWalk walk) {
    walk.checkLatents("walk");
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
   * @return the mean over walks with its {@link WalkInterval}
   */
  public ConfidenceInterval meanLowest(List<ClassWalk> walks) {
    return WalkInterval.mean(walks, lowest(walks));
  }

  /**
   * The lowest log density of each walk, on all cores.
   *
   * @param walks with latents
   * @return nats, one value per walk
   * @throws IllegalArgumentException if one has not a latent for each point
   */
  public double[] lowest(List<ClassWalk> walks) {
    for (int w = 0; w < walks.size(); w++) {
      walks.get(w).checkLatents("walks[" + w + "]");
    }
    return IntStream.range(0, walks.size())
        .parallel()
        .mapToDouble(w -> lowest(walks.get(w)))
        .toArray();
  }
}
