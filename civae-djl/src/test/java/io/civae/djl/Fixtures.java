package io.civae.djl;

import ai.djl.engine.Engine;
import io.civae.CiVae;
import io.civae.CiVaeBuilder;
import io.civae.CiVaeConfig;
import io.civae.Likelihood;
import io.civae.OutputActivation;
import io.civae.Scaling;
import io.civae.TrainingListener;
import io.civae.data.FeatureMatrix;
import io.civae.data.LabeledDataset;
import io.civae.spi.Backend;
import io.civae.spi.NetworkParameters;
import io.civae.spi.TrainingControl;
import io.civae.spi.TrainingTask;
import java.util.SplittableRandom;

/** Small data and networks. */
final class Fixtures {

  private Fixtures() {}

  static Engine engine(EngineKind kind) {
    return new EngineStart(kind, NativePlatform.current()).start();
  }

  /** A resolved configuration that trains in well under a second. */
  static CiVaeBuilder small() {
    return CiVae.builder()
        .latentDim(2)
        .hiddenLayers(8, 6)
        .epochs(3)
        .batchSize(16)
        .scaling(Scaling.NONE)
        .outputActivation(OutputActivation.LINEAR)
        .device("cpu")
        .seed(11);
  }

  /** Gaussian blobs of deviation 0.3 around corners of a cube of side 2, class after class. */
  static LabeledDataset blobs(int classes, int perClass, int features, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[][] x = new float[classes * perClass][features];
    int[] labels = new int[x.length];
    for (int i = 0; i < x.length; i++) {
      labels[i] = i / perClass;
      for (int j = 0; j < features; j++) {
        double center = ((labels[i] + 1) >> (j % 3) & 1) * 2 - 1;
        x[i][j] = (float) (center + 0.3 * random.nextGaussian());
      }
    }
    return LabeledDataset.of(x, labels);
  }

  /** The same rows squeezed into (0, 1). */
  static LabeledDataset squeezed(LabeledDataset data) {
    float[][] x = data.features().toArray();
    for (float[] row : x) {
      for (int j = 0; j < row.length; j++) {
        row[j] = (float) (1 / (1 + Math.exp(-row[j])));
      }
    }
    return data.withFeatures(FeatureMatrix.of(x));
  }

  /** The resolved configuration of a small network of counts. */
  static CiVaeBuilder ofCounts(Likelihood likelihood) {
    return small().likelihood(likelihood).outputActivation(OutputActivation.SOFTMAX);
  }

  /** As many small counts as the data have values, a third of them 0, the same ones each time. */
  static FeatureMatrix counts(LabeledDataset data) {
    SplittableRandom random = new SplittableRandom(5);
    float[][] counts = data.features().toArray();
    for (float[] row : counts) {
      for (int j = 0; j < row.length; j++) {
        row[j] = random.nextInt(3) == 0 ? 0 : random.nextInt(2 + 5 * j);
      }
    }
    return FeatureMatrix.of(counts);
  }

  static NetworkParameters train(EngineKind kind, CiVaeConfig config, LabeledDataset data) {
    return train(kind, new TrainingTask(config, data, null), TrainingListener.NONE);
  }

  static NetworkParameters train(EngineKind kind, TrainingTask task, TrainingListener listener) {
    try (Backend backend = DjlBackend.of(kind.engineName()).create()) {
      return backend.train(task, TrainingControl.of(listener)).chosen();
    }
  }

  static int[] classes(LabeledDataset data) {
    int[] classes = new int[data.size()];
    for (int i = 0; i < classes.length; i++) {
      classes[i] = data.classIndex(i);
    }
    return classes;
  }
}
