package io.civae.evaluation;

import io.civae.CiVaeModel;
import java.util.ArrayList;
import java.util.List;

/**
 * How far the encoder puts a decoded latent from where it came: {@code ‖encode(decode(z)) − z‖},
 * Euclidean, with the posterior mean as encoding. Range [0, ∞); near 0 where the model has seen
 * observations, large in holes. Comparable within one model only: another latent space has another
 * scale. Source: the latent cycle consistency of bidirectional models (Zhu et al., Toward
 * Multimodal Image-to-Image Translation, 2017), taken here as a measure instead of a loss.
 */
public final class RoundTrip {

  private RoundTrip() {}

  /**
   * Measures walks.
   *
   * @param model that made them
   * @param walks with latents, at least one
   * @return the mean distance over the points of a walk, averaged over walks, with its {@link
   *     WalkInterval}
   */
  public static ConfidenceInterval of(CiVaeModel model, List<ClassWalk> walks) {
    return WalkInterval.mean(walks, perWalk(model, walks));
  }

  /**
   * The distance of each walk.
   *
   * @param model that made them
   * @param walks with latents
   * @return the mean distance over the points of each walk
   * @throws IllegalArgumentException if there is no walk, or one has not a latent for each point
   */
  public static double[] perWalk(CiVaeModel model, List<ClassWalk> walks) {
    List<float[]> observations = new ArrayList<>();
    for (int w = 0; w < walks.size(); w++) {
      walks.get(w).checkLatents("walks[" + w + "]");
    }
    walks.forEach(walk -> observations.addAll(List.of(walk.observations())));
    float[][] encoded = model.encoder().encode(observations.toArray(new float[0][])).mean();
    double[] means = new double[walks.size()];
    int next = 0;
    for (int w = 0; w < means.length; w++) {
      float[][] latents = walks.get(w).latents();
      for (float[] z : latents) {
        means[w] += Distances.euclidean(encoded[next++], z) / latents.length;
      }
    }
    return means;
  }
}
