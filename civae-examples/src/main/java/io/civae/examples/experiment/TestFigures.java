package io.civae.examples.experiment;

import io.civae.CiVaeModel;
import io.civae.Traversal;
import io.civae.TraversalPath;
import io.civae.data.LabeledDataset;
import io.civae.evaluation.ClassPair;
import io.civae.evaluation.ReconstructionError;
import java.util.List;

/**
 * How good a model is on observations it never saw.
 *
 * @param reconstruction errors of the reconstructions from the posterior means
 * @param discriminatorAccuracy share of the labelled observations whose class the model's own
 *     discriminator puts on top of the posterior mean; NaN when nothing is labelled
 * @param certifiedWalks share of the walks below that are certified to stay in their ends' class;
 *     NaN without any walk
 * @param walks how many straight walks between two random observations of a class were tried
 */
public record TestFigures(
    ReconstructionError reconstruction,
    double discriminatorAccuracy,
    double certifiedWalks,
    int walks) {

  private static final int WALKS_PER_CLASS = 20;

  /**
   * Measures a model.
   *
   * @param model to measure
   * @param test observations it never saw
   * @param seed draws the walks
   * @return the figures
   */
  public static TestFigures of(CiVaeModel model, LabeledDataset test, long seed) {
    float[][] latents = model.encoder().encode(test.features()).mean();
    List<ClassPair> pairs = ClassPair.draw(test, WALKS_PER_CLASS, seed);
    return new TestFigures(
        ReconstructionError.between(test.features(), model.decoder().decode(latents)),
        discriminatorAccuracy(model, test, latents),
        certified(model, test, pairs),
        pairs.size());
  }

  /**
   * How often a model's discriminator is right.
   *
   * @param model whose discriminator is asked
   * @param test observations it never saw; unlabelled ones do not count
   * @param latents their posterior means
   * @return a share; NaN without classes
   */
  public static double discriminatorAccuracy(
      CiVaeModel model, LabeledDataset test, float[][] latents) {
    if (test.classNames().isEmpty()) {
      return Double.NaN;
    }
    String[] predicted = model.discriminator().predict(latents);
    int labelled = 0;
    int right = 0;
    for (int i = 0; i < predicted.length; i++) {
      String label = test.label(i);
      if (label != null) {
        labelled++;
        right += label.equals(predicted[i]) ? 1 : 0;
      }
    }
    return (double) right / labelled;
  }

  private static double certified(CiVaeModel model, LabeledDataset test, List<ClassPair> pairs) {
    int certified = 0;
    for (ClassPair pair : pairs) {
      // The certificate looks at the ends only, so two points are enough.
      TraversalPath walk =
          model.traverse(
              test.observation(pair.from()), test.observation(pair.to()), Traversal.linear(), 2);
      certified += walk.certifiedClass().filter(pair.className()::equals).isPresent() ? 1 : 0;
    }
    return (double) certified / pairs.size();
  }
}
