package io.civae.djl;

import io.civae.CiVaeConfig;
import java.util.ArrayList;
import java.util.List;

/** Which parameters a plain softmax classifier has. */
final class ClassifierLayout {

  static final String PART = "classifier";
  static final String OUTPUT = "classifier.output";

  private ClassifierLayout() {}

  static List<ParameterSpec> specs(CiVaeConfig config, int featureCount, int classCount) {
    List<ParameterSpec> specs = new ArrayList<>();
    int width =
        NetworkLayout.addHidden(
            specs, PART, featureCount, config.hiddenLayers(), config.batchNormalization());
    NetworkLayout.addLinear(specs, OUTPUT, classCount, width);
    return specs;
  }
}
