package io.civae.evaluation;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The share of walks' interior points that an independent judge puts in the intended class. The
 * ends are left out: they are reconstructions of real observations. Range [0, 1]; higher is better.
 *
 * <p>The claim is the CI-VAE paper's, that a walk between two observations of a class stays in it;
 * the paper shows pictures and no figure. To have a classifier of real observations judge generated
 * ones by the class they are meant to be of is the GAN-test of Shmelkov, Schmid and Alahari (How
 * good is my GAN?, ECCV 2018), here on the points of walks.
 *
 * <p>Each walk counts the same, however many points it has: shares are taken walk by walk and
 * averaged over walks. Where all walks have the same number of points, that is the share of points.
 *
 * @param points the share of a walk's interior points that are in class, mean over walks, with its
 *     {@link WalkInterval}
 * @param wholeWalks share of walks of which every interior point is in class, likewise
 * @param byClass {@code points} of the walks of each class
 */
public record InClassShare(
    ConfidenceInterval points, ConfidenceInterval wholeWalks, Map<String, Double> byClass) {

  /**
   * Keeps a copy.
   *
   * @param points mean share of a walk's interior points
   * @param wholeWalks share of whole walks
   * @param byClass share for each class
   */
  public InClassShare {
    byClass = ImmutableMap.copyOf(byClass);
  }

  /**
   * Judges walks.
   *
   * @param walks with at least three points each
   * @param judge trained on real training observations only
   * @return the shares
   * @throws IllegalArgumentException if there is no walk or one has no interior point
   */
  public static InClassShare of(List<ClassWalk> walks, Judge judge) {
    double[] shares = shares(walks, judge);
    double[] whole = new double[shares.length];
    Map<String, List<Double>> perClass = new LinkedHashMap<>();
    for (int w = 0; w < shares.length; w++) {
      whole[w] = shares[w] == 1 ? 1 : 0;
      perClass.computeIfAbsent(walks.get(w).className(), name -> new ArrayList<>()).add(shares[w]);
    }
    Map<String, Double> byClass = new LinkedHashMap<>();
    perClass.forEach(
        (name, values) ->
            byClass.put(
                name, values.stream().mapToDouble(Double::doubleValue).average().orElseThrow()));
    return new InClassShare(
        WalkInterval.share(walks, shares), WalkInterval.share(walks, whole), byClass);
  }

  /**
   * The share of each walk, to find the worst ones.
   *
   * @param walks with at least three points each
   * @param judge trained on real training observations only
   * @return one share per walk
   * @throws IllegalArgumentException if there is no walk or one has no interior point
   */
  public static double[] shares(List<ClassWalk> walks, Judge judge) {
    List<float[]> interior = new ArrayList<>();
    for (int w = 0; w < walks.size(); w++) {
      float[][] points = walks.get(w).interior();
      if (points.length == 0) {
        throw new IllegalArgumentException("walks[" + w + "] has no interior point");
      }
      interior.addAll(List.of(points));
    }
    if (interior.isEmpty()) {
      throw new IllegalArgumentException("walks is empty; at least one is needed");
    }
    String[] judged = judge.predict(interior.toArray(new float[0][]));
    double[] shares = new double[walks.size()];
    int next = 0;
    for (int w = 0; w < shares.length; w++) {
      int points = walks.get(w).interior().length;
      int right = 0;
      for (int i = 0; i < points; i++) {
        right += judged[next++].equals(walks.get(w).className()) ? 1 : 0;
      }
      shares[w] = (double) right / points;
    }
    return shares;
  }

  /**
   * The class that fares worst.
   *
   * @return its name and share
   */
  public Map.Entry<String, Double> worstClass() {
    return byClass.entrySet().stream().min(Map.Entry.comparingByValue()).orElseThrow();
  }
}
