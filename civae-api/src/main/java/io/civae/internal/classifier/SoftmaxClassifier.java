package io.civae.internal.classifier;

import com.google.common.collect.ImmutableList;
import io.civae.BackendException;
import io.civae.CiVaeConfig;
import io.civae.internal.model.FeatureScaler;
import io.civae.internal.model.Rows;
import io.civae.internal.network.NetworkShape;
import io.civae.internal.network.PlainClassifier;
import io.civae.spi.Backend;
import io.civae.spi.ClassifierTask;
import io.civae.spi.NetworkParameters;
import java.util.List;

/** A trained classifier that takes features in the user's own units. Immutable, thread-safe. */
public final class SoftmaxClassifier {

  private final ImmutableList<String> classNames;
  private final FeatureScaler scaler;
  private final PlainClassifier network;

  private SoftmaxClassifier(
      List<String> classNames, FeatureScaler scaler, PlainClassifier network) {
    this.classNames = ImmutableList.copyOf(classNames);
    this.scaler = scaler;
    this.network = network;
  }

  /** Wraps what a backend returned; a network that cannot be used is the backend's fault. */
  static SoftmaxClassifier of(
      Backend backend, ClassifierTask task, FeatureScaler scaler, NetworkParameters parameters) {
    List<String> names = task.training().classNames();
    try {
      NetworkShape.checkClassifier(parameters, task.training().featureCount(), names.size());
    } catch (IllegalArgumentException e) {
      throw new BackendException(
          backend.description() + " returned a classifier that cannot be used: " + e.getMessage(),
          e);
    }
    CiVaeConfig config = task.config();
    return new SoftmaxClassifier(
        names, scaler, new PlainClassifier(config.batchNormalization(), parameters));
  }

  /**
   * The classes in the order of their numbers.
   *
   * @return an immutable list
   */
  public List<String> classNames() {
    return classNames;
  }

  /**
   * The number of features it takes.
   *
   * @return d
   */
  public int featureCount() {
    return scaler.features();
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
    scaler.scaleObservations("observations", x, observations.length, 0);
    return x;
  }
}
