package io.civae.testkit;

import io.civae.CiVae;
import io.civae.CiVaeBuilder;
import io.civae.OutputActivation;
import io.civae.Scaling;
import io.civae.TrainingListener;
import io.civae.data.FeatureMatrix;
import io.civae.data.LabeledDataset;
import io.civae.spi.Backend;
import io.civae.spi.BackendProvider;
import io.civae.spi.NetworkParameters;
import io.civae.spi.TrainingControl;
import io.civae.spi.TrainingTask;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** What the parts of the contract share: the backend in question, small data and small networks. */
abstract class BackendContractFixture {

  static final int FEATURES = 5;
  static final int LATENT_DIM = 3;
  static final int BATCH_SIZE = 16;
  static final int EPOCHS = 8;

  BackendContractFixture() {}

  /**
   * What is tested.
   *
   * @return a provider of the backend
   */
  protected abstract BackendProvider provider();

  /**
   * Whether networks have the hidden layers that the configuration asks for.
   *
   * @return default true; when false, they have none
   */
  protected boolean trainsHiddenLayers() {
    return true;
  }

  /**
   * Whether the seed makes a difference.
   *
   * @return default true; when false, every seed gives the same parameters
   */
  protected boolean usesSeed() {
    return true;
  }

  /**
   * Whether the backend offers its engine's forward pass.
   *
   * @return default true; when false, {@link Backend#accelerate} answers empty
   */
  protected boolean offersAccelerator() {
    return true;
  }

  /**
   * Whether the backend trains likelihoods of counts.
   *
   * @return default true; when false, asked for one it throws {@link io.civae.BackendException}
   */
  protected boolean trainsCounts() {
    return true;
  }

  /**
   * Whether a training can be continued from its states.
   *
   * @return default true; when false, {@link Backend#canResume} answers so
   */
  protected boolean canResume() {
    return true;
  }

  /** Small networks on scaled features, nothing left to choose itself. */
  static CiVaeBuilder settings() {
    return CiVae.builder()
        .latentDim(LATENT_DIM)
        .hiddenLayers(16, 8)
        .epochs(EPOCHS)
        .batchSize(BATCH_SIZE)
        .scaling(Scaling.NONE)
        .outputActivation(OutputActivation.LINEAR)
        .seed(11);
  }

  /** 64 observations of three classes, all labelled: four batches of equal size. */
  static LabeledDataset blobs() {
    return someBlobs(0, 64);
  }

  /** 21 other observations of the same classes. */
  static LabeledDataset otherBlobs() {
    return someBlobs(64, 85);
  }

  private static LabeledDataset someBlobs(int from, int to) {
    LabeledDataset all = SyntheticDatasets.gaussianBlobs(new int[] {40, 25, 20}, FEATURES, 5);
    return shrunk(all.select(IntStream.range(from, to).toArray()));
  }

  /** Brings blobs to about unit variance, as scaled features are. */
  private static LabeledDataset shrunk(LabeledDataset data) {
    return mapped(data, value -> value / 6);
  }

  /** The same observations with every value brought into (0, 1). */
  static LabeledDataset squashed(LabeledDataset data) {
    return mapped(data, value -> 1 / (1 + StrictMath.exp(-value)));
  }

  private static LabeledDataset mapped(LabeledDataset data, DoubleUnaryOperator function) {
    float[][] values = data.features().toArray();
    for (float[] row : values) {
      for (int j = 0; j < row.length; j++) {
        row[j] = (float) function.applyAsDouble(row[j]);
      }
    }
    return data.withFeatures(FeatureMatrix.of(values));
  }

  /** The same blobs with only the first {@code labelled} labels left. */
  static LabeledDataset mostlyUnlabelled(LabeledDataset data, int labelled) {
    int[] labels = new int[data.size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = i < labelled ? data.classIndex(i) : LabeledDataset.UNLABELED;
    }
    return LabeledDataset.of(data.features(), labels).withClassNames(data.classNames());
  }

  static TrainingTask task(CiVaeBuilder settings, LabeledDataset training) {
    return new TrainingTask(settings.config(), training, null);
  }

  NetworkParameters trained(TrainingTask task) {
    return trained(task, TrainingListener.NONE);
  }

  NetworkParameters trained(TrainingTask task, TrainingListener listener) {
    try (Backend backend = provider().create()) {
      return backend.train(task, TrainingControl.of(listener)).chosen();
    }
  }
}
