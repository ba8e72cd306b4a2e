package io.civae.examples;

import io.civae.CiVae;
import io.civae.CiVaeModel;
import io.civae.Traversal;
import io.civae.TraversalPath;
import io.civae.data.DatasetSplit;
import io.civae.data.LabeledDataset;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/** The first program: a table of flowers, a model of it, a walk, new rows, a file. */
public final class FirstProgram {

  private FirstProgram() {}

  /**
   * Trains on a small table that it makes up, which takes some seconds.
   *
   * @param args the file to save the model to; {@code flowers.civae} without any
   */
  public static void main(String[] args) {
    // Any table will do: float[rows][features] and a label for each row, null where unknown.
    float[][] features = new float[900][4];
    String[] labels = new String[900];
    Random random = new Random(7);
    for (int i = 0; i < features.length; i++) {
      boolean rose = i % 3 == 0;
      labels[i] = rose ? "rose" : "tulip";
      for (int j = 0; j < 4; j++) {
        features[i][j] = (float) ((rose ? 5 + j : 7 - j) + random.nextGaussian());
      }
    }
    LabeledDataset data = LabeledDataset.of(features, labels);
    DatasetSplit split = data.split(0.8, 0.1, 0.1, 7L);

    CiVae ciVae = CiVae.builder().latentDim(2).hiddenLayers(32, 16).epochs(20).seed(7L).build();
    try (CiVaeModel model = ciVae.fit(split.training(), split.validation())) {
      float[][] latents = model.encoder().encode(split.test().features()).mean();
      String[] predicted = model.discriminator().predict(latents);
      System.out.println(
          "A test row is a " + split.test().label(0) + ", taken for a " + predicted[0]);

      int[] roses = split.test().indicesOf("rose");
      float[] a = split.test().observation(roses[0]);
      float[] b = split.test().observation(roses[1]);
      TraversalPath walk = model.traverse(a, b, Traversal.linear(), 5);
      System.out.println("Halfway between two roses: " + Arrays.toString(walk.observations()[2]));
      System.out.println("The walk stays among roses: " + walk.isCertified());

      LabeledDataset more = model.augmenter(split.training()).generate("rose", 100);
      System.out.println("A synthetic rose: " + Arrays.toString(more.observation(0)));

      model.save(Path.of(args.length > 0 ? args[0] : "flowers.civae"));
    }
  }
}
