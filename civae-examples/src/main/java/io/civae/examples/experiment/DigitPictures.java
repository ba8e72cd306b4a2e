package io.civae.examples.experiment;

import io.civae.Augmenter;
import io.civae.CiVaeModel;
import io.civae.Traversal;
import io.civae.TraversalPath;
import io.civae.data.LabeledDataset;
import io.civae.evaluation.ClassPair;
import io.civae.examples.picture.TileRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** What a model of square pictures makes, as pictures with a row for each class. */
final class DigitPictures {

  private static final int SYNTHETIC_PER_CLASS = 12;

  /** Of each walk, both ends included; eighths are easy to read. */
  private static final List<String> WALK_POINTS =
      List.of("t=0", "1/8", "1/4", "3/8", "1/2", "5/8", "3/4", "7/8", "t=1");

  private DigitPictures() {}

  /** A walk between two real observations of each class. */
  static TileRows walks(CiVaeModel model, LabeledDataset test, long seed) {
    TileRows picture =
        new TileRows(
            "CI-VAE: walks within a class",
            List.of(
                "real: two test observations of a class, drawn at random, which the model never saw",
                "t=0 to t=1: the straight walk between their latents, each point decoded",
                "certified: no point of the latent walk leaves the discriminator's region of the class"),
            List.of(List.of("real"), WALK_POINTS, List.of("real")));
    for (ClassPair pair : ClassPair.draw(test, 1, seed)) {
      float[] from = test.observation(pair.from());
      float[] to = test.observation(pair.to());
      TraversalPath walk = model.traverse(from, to, Traversal.linear(), WALK_POINTS.size());
      List<float[]> tiles = new ArrayList<>();
      tiles.add(from);
      Collections.addAll(tiles, walk.observations());
      tiles.add(to);
      boolean certified = walk.certifiedClass().filter(pair.className()::equals).isPresent();
      picture.addRow(pair.className(), tiles, certified ? "certified" : "not certified");
    }
    return picture;
  }

  /** Synthetic observations of each class that has the two members a walk needs. */
  static TileRows synthetic(CiVaeModel model, LabeledDataset training, long seed) {
    TileRows picture =
        new TileRows(
            "CI-VAE: synthetic observations",
            List.of(
                "each decoded from a random point between the latents",
                "of two random training observations of its class"),
            List.of(Collections.nCopies(SYNTHETIC_PER_CLASS, "")));
    Augmenter augmenter = model.augmenter(training).withSeed(seed);
    for (String className : training.classNames()) {
      if (training.indicesOf(className).length >= 2) {
        LabeledDataset made = augmenter.generate(className, SYNTHETIC_PER_CLASS);
        picture.addRow(className, Arrays.asList(made.features().toArray()), "");
      }
    }
    return picture;
  }
}
