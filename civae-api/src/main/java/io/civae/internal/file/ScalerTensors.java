package io.civae.internal.file;

import io.civae.internal.model.FeatureScaler;
import io.civae.spi.Tensor;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A scaler as tensors, and back. */
final class ScalerTensors {

  private static final String OFFSET = "scaler.offset";
  private static final String SCALE = "scaler.scale";
  private static final String LIBRARY_SIZE = "scaler.librarySize";

  private ScalerTensors() {}

  /** Adds those of the scaler. */
  static void write(FeatureScaler scaler, Map<String, Tensor> tensors) {
    tensors.put(OFFSET, Tensor.of(scaler.offset(), scaler.features()));
    tensors.put(SCALE, Tensor.of(scaler.scale(), scaler.features()));
    if (scaler.isOfCounts()) {
      tensors.put(LIBRARY_SIZE, Tensor.of(new float[] {scaler.librarySize()}, 1));
    }
  }

  /** Removes those of the scaler. */
  static FeatureScaler takeFrom(Map<String, Tensor> tensors) {
    Tensor offset = vector(tensors.remove(OFFSET), OFFSET);
    Tensor scale = vector(tensors.remove(SCALE), SCALE);
    if (offset.size() != scale.size()) {
      throw new IllegalArgumentException(OFFSET + " and " + SCALE + " differ in length");
    }
    FeatureScaler scaler = new FeatureScaler(offset.values(), scale.values());
    Tensor librarySize = tensors.remove(LIBRARY_SIZE);
    if (librarySize == null) {
      return scaler;
    }
    if (librarySize.rank() != 1 || librarySize.size() != 1) {
      throw new IllegalArgumentException("tensor " + LIBRARY_SIZE + " must be a single number");
    }
    return scaler.ofCounts(librarySize.values()[0]);
  }

  private static Tensor vector(@Nullable Tensor tensor, String name) {
    if (tensor == null || tensor.rank() != 1) {
      throw new IllegalArgumentException("tensor " + name + " is missing or not a vector");
    }
    return tensor;
  }
}
