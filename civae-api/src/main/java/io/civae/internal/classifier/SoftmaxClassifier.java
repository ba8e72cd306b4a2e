package io.civae.internal.classifier;

import io.civae.BackendException;
import io.civae.ModelFileException;
import io.civae.internal.file.ClassifierFile;
import io.civae.internal.model.FeatureScaler;
import io.civae.internal.model.Rows;
import io.civae.internal.network.PlainClassifier;
import io.civae.spi.Backend;
import io.civae.spi.ClassifierTask;
import io.civae.spi.NetworkParameters;
import java.nio.file.Path;
import java.util.List;

/** A trained classifier that takes features in the user's own units. Immutable, thread-safe. */
public final class SoftmaxClassifier {

  private final ClassifierContents contents;
  private final PlainClassifier network;

  private SoftmaxClassifier(ClassifierContents contents) {
    this.contents = contents;
    network = new PlainClassifier(contents.normalization(), contents.parameters());
  }

  /** Wraps what a backend returned; a network that cannot be used is the backend's fault. */
  static SoftmaxClassifier of(
      Backend backend, ClassifierTask task, FeatureScaler scaler, NetworkParameters parameters) {
    try {
      return new SoftmaxClassifier(
          new ClassifierContents(
              task.training().classNames(),
              scaler,
              task.config().batchNormalization(),
              parameters));
    } catch (IllegalArgumentException e) {
      throw new BackendException(
          backend.description() + " returned a classifier that cannot be used: " + e.getMessage(),
          e);
    }
  }

  /**
   * Reads a classifier that was saved.
   *
   * @param file to read
   * @return the classifier
   * @throws ModelFileException if it cannot be read, or holds no sound classifier
   */
  public static SoftmaxClassifier load(Path file) {
    ClassifierContents contents = ClassifierFile.load(file);
    try {
      return new SoftmaxClassifier(contents);
    } catch (IllegalArgumentException e) {
      throw new ModelFileException(file, String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Writes the classifier in full or not at all.
   *
   * @param file where to
   * @throws ModelFileException if it cannot be written
   */
  public void save(Path file) {
    ClassifierFile.save(contents, file);
  }

  /**
   * The classes in the order of their numbers.
   *
   * @return an immutable list
   */
  public List<String> classNames() {
    return contents.classNames();
  }

  /**
   * The number of features it takes.
   *
   * @return d
   */
  public int featureCount() {
    return contents.scaler().features();
  }

  /**
   * The number of the class with the highest logit, the first of equal ones.
   *
   * @param observations {@code [n][d]} in the user's units
   * @return n class numbers
   * @throws IllegalArgumentException if a row has another width than d or a value is not finite
   */
  public int[] predict(float[][] observations) {
    float[] logits = network.logits(scaled(observations), observations.length);
    int k = network.classes();
    int[] predicted = new int[observations.length];
    for (int i = 0; i < predicted.length; i++) {
      for (int c = 1; c < k; c++) {
        if (logits[i * k + c] > logits[i * k + predicted[i]]) {
          predicted[i] = c;
        }
      }
    }
    return predicted;
  }

  /**
   * The activations of the last hidden layer.
   *
   * @param observations {@code [n][d]} in the user's units
   * @return {@code [n][w]}
   * @throws IllegalArgumentException if a row has another width than d or a value is not finite
   */
  public float[][] hidden(float[][] observations) {
    float[] values = network.hidden(scaled(observations), observations.length);
    return Rows.split(values, network.hiddenWidth());
  }

  private float[] scaled(float[][] observations) {
    float[] x = Rows.flatten("observations", observations, featureCount());
    contents.scaler().scaleObservations("observations", x, observations.length, 0);
    return x;
  }
}
