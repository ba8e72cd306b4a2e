package io.civae.internal.model;

import io.civae.ModelVerification;
import io.civae.spi.Accelerator;
import io.civae.spi.SeededRandom;
import io.civae.spi.Tensor;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A few synthetic observations with the outputs they are to have. They are drawn from the scaler
 * alone, never taken from data: a model's file holds no observation of anyone's.
 */
public final class VerificationRows {

  private static final String INPUT = "verification.input";
  private static final String MEAN = "verification.mean";
  private static final String LOG_VARIANCE = "verification.logVariance";
  private static final String RECONSTRUCTION = "verification.reconstruction";
  private static final String LOGITS = "verification.logits";

  private static final int ROWS = 4;
  private static final long STREAM = 0x5645_5249L;

  /** By name, {@code [rows][width]}; empty when the network overflows on every row. */
  private final Map<String, Tensor> tensors;

  private VerificationRows(Map<String, Tensor> tensors) {
    this.tensors = tensors;
  }

  /**
   * Draws observations and computes their outputs; rows that are not finite are left out.
   *
   * @param contents of the model
   * @param network its forward pass
   * @return the rows
   */
  public static VerificationRows of(ModelContents contents, Accelerator network) {
    FeatureScaler scaler = contents.scaler();
    SeededRandom random = SeededRandom.of(contents.config().seed(), STREAM);
    int features = scaler.features();
    float[] kept = new float[ROWS * features];
    int rows = 0;
    for (int i = 0; i < ROWS; i++) {
      float[] x = scaler.draw(random);
      if (finite(outputs(contents, network, x, 1))) {
        System.arraycopy(x, 0, kept, rows++ * features, features);
      }
    }
    if (rows == 0) {
      return new VerificationRows(Map.of());
    }
    float[] x = Arrays.copyOf(kept, rows * features);
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put(INPUT, Tensor.of(x, rows, features));
    tensors.putAll(outputs(contents, network, x, rows));
    return new VerificationRows(tensors);
  }

  /**
   * Takes them out of the tensors of a file.
   *
   * @param all by name; those of the verification rows are removed
   * @return the rows, or null when the file has none
   * @throws IllegalArgumentException if only some of them are there or a value is not finite
   */
  public static @Nullable VerificationRows takeFrom(Map<String, Tensor> all) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (String name : new String[] {INPUT, MEAN, LOG_VARIANCE, RECONSTRUCTION, LOGITS}) {
      Tensor tensor = all.remove(name);
      if (tensor != null) {
        tensors.put(name, tensor);
      }
    }
    if (tensors.isEmpty()) {
      return null;
    }
    if (!finite(tensors)) {
      throw new IllegalArgumentException("every value of the verification rows must be finite");
    }
    return new VerificationRows(tensors);
  }

  /**
   * Checks that the shapes are those of a model.
   *
   * @param contents of the model
   * @throws IllegalArgumentException if a tensor is missing or of another shape
   */
  public void checkShapes(ModelContents contents) {
    int latentDim = contents.config().latentDim();
    int classes = contents.classNames().size();
    Tensor input = tensors.get(INPUT);
    int rows = input == null ? 0 : input.dimension(0);
    checkShape(INPUT, rows, contents.scaler().features());
    checkShape(MEAN, rows, latentDim);
    checkShape(LOG_VARIANCE, rows, latentDim);
    checkShape(RECONSTRUCTION, rows, contents.scaler().features());
    if (classes > 0) {
      checkShape(LOGITS, rows, classes);
    } else if (tensors.containsKey(LOGITS)) {
      throw new IllegalArgumentException("tensor " + LOGITS + " needs classes; there are none");
    }
  }

  private void checkShape(String name, int rows, int columns) {
    Tensor tensor = tensors.get(name);
    int[] expected = {rows, columns};
    if (tensor == null || !Arrays.equals(tensor.shape(), expected)) {
      throw new IllegalArgumentException(
          "tensor "
              + name
              + (tensor == null
                  ? " is missing"
                  : " has shape "
                      + Arrays.toString(tensor.shape())
                      + "; expected "
                      + Arrays.toString(expected)));
    }
  }

  /**
   * What a file keeps.
   *
   * @return tensors by name
   */
  public Map<String, Tensor> tensors() {
    return Collections.unmodifiableMap(tensors);
  }

  /** Compares a network's outputs with those expected. */
  ModelVerification check(ModelContents contents, Accelerator network) {
    Tensor input = tensors.get(INPUT);
    if (input == null) {
      return new ModelVerification(0, 0);
    }
    int rows = input.dimension(0);
    double largest = 0;
    for (Map.Entry<String, Tensor> actual :
        outputs(contents, network, input.values(), rows).entrySet()) {
      Tensor expected = tensors.get(actual.getKey());
      if (expected != null) {
        largest = Math.max(largest, difference(actual.getValue().values(), expected.values()));
      }
    }
    return new ModelVerification(rows, largest);
  }

  private static double difference(float[] actual, float[] expected) {
    double size = 1;
    double largest = 0;
    for (int i = 0; i < expected.length; i++) {
      size = Math.max(size, Math.abs((double) expected[i]));
      double difference = Math.abs((double) actual[i] - expected[i]);
      largest = Math.max(largest, Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference);
    }
    return largest / size;
  }

  /**
   * Reconstructions stay scaled: in the user's units an offset could hide or inflate errors. Counts
   * have none, and shares of a library are too small to compare with 1.
   */
  private static Map<String, Tensor> outputs(
      ModelContents contents, Accelerator network, float[] x, int rows) {
    int features = contents.scaler().features();
    int latentDim = contents.config().latentDim();
    float[] scaled = x.clone();
    contents.scaler().scale(scaled, 0, rows);
    float[] mean = new float[rows * latentDim];
    float[] logVariance = new float[rows * latentDim];
    network.encode(scaled, rows, mean, logVariance);
    float[] reconstruction = new float[rows * features];
    network.decode(mean, rows, reconstruction);
    for (int row = 0; contents.scaler().isOfCounts() && row < rows; row++) {
      contents.scaler().unscale(reconstruction, row * features);
    }
    Map<String, Tensor> outputs = new LinkedHashMap<>();
    outputs.put(MEAN, Tensor.of(mean, rows, latentDim));
    outputs.put(LOG_VARIANCE, Tensor.of(logVariance, rows, latentDim));
    outputs.put(RECONSTRUCTION, Tensor.of(reconstruction, rows, features));
    int classes = contents.classNames().size();
    if (classes > 0) {
      float[] logits = new float[rows * classes];
      network.classify(mean, rows, logits);
      outputs.put(LOGITS, Tensor.of(logits, rows, classes));
    }
    return outputs;
  }

  private static boolean finite(Map<String, Tensor> tensors) {
    for (Tensor tensor : tensors.values()) {
      for (float value : tensor.values()) {
        if (!Float.isFinite(value)) {
          return false;
        }
      }
    }
    return true;
  }
}
