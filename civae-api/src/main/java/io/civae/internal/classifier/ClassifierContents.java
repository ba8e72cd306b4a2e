package io.civae.internal.classifier;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.civae.BatchNormalization;
import io.civae.internal.model.FeatureScaler;
import io.civae.internal.network.NetworkShape;
import io.civae.spi.NetworkParameters;
import java.util.List;

/**
 * Everything a classifier is, and all that its file holds.
 *
 * @param classNames in the order of its outputs
 * @param scaler between the user's units and the network's
 * @param normalization where batch normalisation stands
 * @param parameters of the network
 */
public record ClassifierContents(
    List<String> classNames,
    FeatureScaler scaler,
    BatchNormalization normalization,
    NetworkParameters parameters) {

  /**
   * Checks that the parts fit together.
   *
   * @param classNames in the order of its outputs
   * @param scaler between the user's units and the network's
   * @param normalization where batch normalisation stands
   * @param parameters of the network
   * @throws IllegalArgumentException if they do not; the message says which
   */
  public ClassifierContents {
    classNames = ImmutableList.copyOf(classNames);
    if (classNames.size() < 2 || ImmutableSet.copyOf(classNames).size() < classNames.size()) {
      throw new IllegalArgumentException("classNames must be two or more distinct names");
    }
    NetworkShape.checkClassifier(parameters, scaler.features(), classNames.size());
  }
}
