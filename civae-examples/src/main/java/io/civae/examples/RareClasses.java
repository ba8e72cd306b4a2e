package io.civae.examples;

import io.civae.CiVae;
import io.civae.CiVaeBuilder;
import io.civae.CiVaeModel;
import io.civae.ClassSampling;
import io.civae.ClassWeighting;
import io.civae.data.LabeledDataset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** What weights and sampling do for a class with few members. */
public final class RareClasses {

  private static final int HELD = 1_000;

  private RareClasses() {}

  /**
   * Trains four times on a small table, which takes some seconds, and prints how much of the rare
   * class each network finds.
   *
   * @param args none
   */
  public static void main(String[] args) {
    LabeledDataset training = table(1_000, 50, 1);
    LabeledDataset rare = table(0, HELD, 2);

    Map<String, CiVaeBuilder> settings = new LinkedHashMap<>();
    settings.put("as they are", CiVae.builder());
    settings.put("weighted", CiVae.builder().classWeighting(ClassWeighting.balanced()));
    settings.put("sampled", CiVae.builder().classSampling(ClassSampling.balanced()));
    settings.put("by hand", CiVae.builder().classWeighting(ClassWeighting.of(Map.of("rare", 5.0))));

    settings.forEach(
        (name, builder) -> {
          CiVae ciVae = builder.latentDim(2).hiddenLayers(16, 8).epochs(15).seed(7L).build();
          try (CiVaeModel model = ciVae.fit(training)) {
            float[][] latents = model.encoder().encode(rare.features()).mean();
            int found = 0;
            for (String predicted : model.discriminator().predict(latents)) {
              found += predicted.equals("rare") ? 1 : 0;
            }
            System.out.printf("%s: finds %d of %d rare rows%n", name, found, HELD);
          }
        });
  }

  /** Two balls that overlap. */
  private static LabeledDataset table(int frequent, int rare, long seed) {
    float[][] rows = new float[frequent + rare][2];
    String[] labels = new String[rows.length];
    Random random = new Random(seed);
    for (int i = 0; i < rows.length; i++) {
      labels[i] = i < frequent ? "frequent" : "rare";
      rows[i][0] = (float) (random.nextGaussian() + (i < frequent ? 0 : 1.8));
      rows[i][1] = (float) random.nextGaussian();
    }
    return LabeledDataset.of(rows, labels);
  }
}
