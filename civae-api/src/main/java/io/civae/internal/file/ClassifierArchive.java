package io.civae.internal.file;

import com.google.gson.JsonObject;
import io.civae.BatchNormalization;
import io.civae.internal.classifier.ClassifierContents;
import io.civae.internal.model.FeatureScaler;
import io.civae.spi.NetworkParameters;
import io.civae.spi.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A classifier's contents as metadata and tensors, and back. */
final class ClassifierArchive {

  private static final String NORMALIZATION = "batchNormalization";
  private static final String CLASSES = "classNames";
  private static final Set<String> PARTS = Set.of(NORMALIZATION, CLASSES);

  private ClassifierArchive() {}

  static TensorArchive write(ClassifierContents contents) {
    JsonObject manifest = new JsonObject();
    manifest.addProperty(NORMALIZATION, contents.normalization().name());
    manifest.add(CLASSES, TextsJson.write(contents.classNames()));
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    ScalerTensors.write(contents.scaler(), tensors);
    for (String name : contents.parameters().names()) {
      tensors.put(name, contents.parameters().get(name));
    }
    return ArchiveFormat.CLASSIFIER.archive(manifest, tensors);
  }

  static ClassifierContents read(TensorArchive archive) {
    JsonFields manifest = ArchiveFormat.manifest(archive);
    manifest.checkNames(PARTS);
    Map<String, Tensor> parameters = new LinkedHashMap<>(archive.tensors());
    FeatureScaler scaler = ScalerTensors.takeFrom(parameters);
    return new ClassifierContents(
        manifest.strings(CLASSES),
        scaler,
        manifest.constant(NORMALIZATION, BatchNormalization.class),
        NetworkParameters.of(parameters));
  }
}
