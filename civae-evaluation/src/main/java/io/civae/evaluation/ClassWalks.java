package io.civae.evaluation;

import io.civae.CiVaeModel;
import io.civae.Traversal;
import io.civae.data.LabeledDataset;
import java.util.ArrayList;
import java.util.List;

/**
 * Walks between random pairs of observations of a class: the same pairs for every model and
 * baseline that gets the same data and seed, so that they can be compared walk by walk.
 */
public final class ClassWalks {

  private final LabeledDataset data;
  private final List<ClassPair> pairs;

  private ClassWalks(LabeledDataset data, List<ClassPair> pairs) {
    this.data = data;
    this.pairs = pairs;
  }

  /**
   * Draws the pairs, see {@link ClassPair#draw}.
   *
   * @param data labelled observations that no model was trained on
   * @param pairsPerClass at least 1
   * @param seed any value
   * @return the pairs
   * @throws IllegalArgumentException if the number is out of range or no class has two members
   */
  public static ClassWalks draw(LabeledDataset data, int pairsPerClass, long seed) {
    List<ClassPair> pairs = ClassPair.draw(data, pairsPerClass, seed);
    if (pairs.isEmpty()) {
      throw new IllegalArgumentException("data has no class with two members to walk between");
    }
    return new ClassWalks(data, pairs);
  }

  /**
   * The pairs of one class alone, for models that serve a single class.
   *
   * @param className a class
   * @return the same pairs as here, those of the class
   * @throws IllegalArgumentException if there is no pair of this class
   */
  public ClassWalks ofClass(String className) {
    List<ClassPair> own =
        pairs.stream().filter(pair -> pair.className().equals(className)).toList();
    if (own.isEmpty()) {
      throw new IllegalArgumentException("className (\"" + className + "\") has no pair");
    }
    return new ClassWalks(data, own);
  }

  /**
   * The pairs, in the order of the walks.
   *
   * @return an immutable list
   */
  public List<ClassPair> pairs() {
    return pairs;
  }

  /**
   * The walks a model makes between the posterior means of the pairs.
   *
   * @param model that encodes and decodes
   * @param traversal the kind of walk
   * @param points at least 2, ends included
   * @return one walk per pair, class by class
   * @throws IllegalArgumentException if the number is out of range
   * @throws IllegalStateException if the traversal gives another number of points
   */
  public List<ClassWalk> by(CiVaeModel model, Traversal traversal, int points) {
    checkPoints(points);
    int[] ends = new int[2 * pairs.size()];
    for (int p = 0; p < pairs.size(); p++) {
      ends[2 * p] = pairs.get(p).from();
      ends[2 * p + 1] = pairs.get(p).to();
    }
    float[][] mean = model.encoder().encode(data.features().select(ends)).mean();
    List<float[]> latents = new ArrayList<>(pairs.size() * points);
    for (int p = 0; p < pairs.size(); p++) {
      float[][] path = traversal.latents(mean[2 * p], mean[2 * p + 1], points);
      if (path.length != points) {
        throw new IllegalStateException(
            traversal + " gave " + path.length + " points where " + points + " were asked for");
      }
      latents.addAll(List.of(path));
    }
    float[][] decoded = model.decoder().decode(latents.toArray(new float[0][]));
    List<ClassWalk> walks = new ArrayList<>();
    for (int p = 0; p < pairs.size(); p++) {
      float[][] observations = new float[points][];
      float[][] path = new float[points][];
      for (int i = 0; i < points; i++) {
        observations[i] = decoded[p * points + i];
        path[i] = latents.get(p * points + i);
      }
      walks.add(new ClassWalk(pairs.get(p), observations, path));
    }
    return walks;
  }

  /**
   * The baseline that needs no model: straight lines between the observations themselves.
   *
   * @param points at least 2, ends included
   * @return one walk per pair, class by class
   * @throws IllegalArgumentException if the number is out of range
   */
  public List<ClassWalk> blended(int points) {
    checkPoints(points);
    List<ClassWalk> walks = new ArrayList<>();
    for (ClassPair pair : pairs) {
      float[][] line =
          Traversal.linear()
              .latents(data.observation(pair.from()), data.observation(pair.to()), points);
      walks.add(new ClassWalk(pair, line, new float[0][]));
    }
    return walks;
  }

  private static void checkPoints(int points) {
    if (points < 2) {
      throw new IllegalArgumentException("points (" + points + ") must be at least 2");
    }
  }
}
