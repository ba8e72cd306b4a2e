package io.civae.internal.model;

import com.google.common.collect.ImmutableList;
import io.civae.BatchNormalization;
import io.civae.CiVaeConfig;
import io.civae.TrainingHistory;
import io.civae.internal.network.NetworkShape;
import io.civae.spi.NetworkParameters;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Everything a model is, and all that its file holds.
 *
 * @param config resolved
 * @param classNames in the order of the discriminator's outputs
 * @param featureNames in order
 * @param scaler between the user's units and the network's
 * @param parameters of the network
 * @param history of its training
 * @param provenance where it came from
 * @param metadata what its user keeps with it
 */
public record ModelContents(
    CiVaeConfig config,
    List<String> classNames,
    List<String> featureNames,
    FeatureScaler scaler,
    NetworkParameters parameters,
    TrainingHistory history,
    Provenance provenance,
    Metadata metadata) {

  /**
   * Checks that the parts fit together.
   *
   * @param config resolved
   * @param classNames in the order of the discriminator's outputs
   * @param featureNames in order
   * @param scaler between the user's units and the network's
   * @param parameters of the network
   * @param history of its training
   * @param provenance where it came from
   * @param metadata what its user keeps with it
   * @throws IllegalArgumentException if they do not; the message says which
   */
  public ModelContents {
    if (!config.isResolved()) {
      throw new IllegalArgumentException("config must be resolved");
    }
    classNames = ImmutableList.copyOf(classNames);
    featureNames = ImmutableList.copyOf(featureNames);
    if (featureNames.size() != scaler.features()) {
      throw new IllegalArgumentException(
          "featureNames has "
              + featureNames.size()
              + " entries, the scaler "
              + scaler.features()
              + " features");
    }
    checkDistinct("classNames", classNames);
    checkDistinct("featureNames", featureNames);
    if (config.likelihood().isOfCounts() != scaler.isOfCounts()) {
      throw new IllegalArgumentException(
          "config.likelihood ("
              + config.likelihood()
              + ") does not fit a scaler "
              + (scaler.isOfCounts() ? "with a library size" : "without a library size"));
    }
    NetworkShape.check(config, parameters, scaler.features(), classNames.size());
    checkLayers("encoder", "hiddenLayers", config.hiddenLayers(), parameters, config);
    checkLayers("decoder", "decoderLayers", config.decoderLayers(), parameters, config);
  }

  /**
   * Without metadata, as a model is from training.
   *
   * @param config resolved
   * @param classNames in the order of the discriminator's outputs
   * @param featureNames in order
   * @param scaler between the user's units and the network's
   * @param parameters of the network
   * @param history of its training
   * @param provenance where it came from
   * @throws IllegalArgumentException if the parts do not fit together; the message says which
   */
  public ModelContents(
      CiVaeConfig config,
      List<String> classNames,
      List<String> featureNames,
      FeatureScaler scaler,
      NetworkParameters parameters,
      TrainingHistory history,
      Provenance provenance) {
    this(config, classNames, featureNames, scaler, parameters, history, provenance, Metadata.NONE);
  }

  /**
   * The same model with other metadata.
   *
   * @param texts instead of those it has
   * @return the contents
   */
  public ModelContents withMetadata(Metadata texts) {
    return new ModelContents(
        config, classNames, featureNames, scaler, parameters, history, provenance, texts);
  }

  /** A backend for tests may train without hidden layers whatever the configuration says. */
  private static void checkLayers(
      String part, String setting, int[] widths, NetworkParameters parameters, CiVaeConfig config) {
    int[] actual = new int[parameters.hiddenLayers(part)];
    for (int layer = 0; layer < actual.length; layer++) {
      String name = part + ".hidden." + layer;
      actual[layer] = parameters.get(name + ".weight").dimension(0);
      boolean normalised = parameters.contains(name + ".norm.scale");
      if (normalised == (config.batchNormalization() == BatchNormalization.NONE)) {
        throw new IllegalArgumentException(
            "config.batchNormalization ("
                + config.batchNormalization()
                + ") does not fit parameter "
                + name
                + (normalised ? ", which is normalised" : ", which is not normalised"));
      }
    }
    if (actual.length > 0 && !Arrays.equals(actual, widths)) {
      throw new IllegalArgumentException(
          "config."
              + setting
              + " ("
              + Arrays.toString(widths)
              + ") must be the widths of the parameters, "
              + Arrays.toString(actual));
    }
  }

  private static void checkDistinct(String argument, List<String> names) {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        throw new IllegalArgumentException(
            argument + " has \"" + name + "\" twice; names must be distinct");
      }
    }
  }
}
