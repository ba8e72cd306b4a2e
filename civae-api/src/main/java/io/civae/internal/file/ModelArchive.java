package io.civae.internal.file;

import com.google.gson.JsonObject;
import io.civae.internal.model.FeatureScaler;
import io.civae.internal.model.ModelContents;
import io.civae.internal.model.Provenance;
import io.civae.internal.model.VerificationRows;
import io.civae.spi.NetworkParameters;
import io.civae.spi.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A model's contents as metadata and tensors, and back. */
final class ModelArchive {

  private static final Set<String> PARTS =
      Set.of(
          "config",
          "classNames",
          "featureNames",
          "provenance",
          "history",
          OutcomeJson.PART,
          MetadataJson.PART);

  private ModelArchive() {}

  static TensorArchive write(ModelContents contents, VerificationRows rows) {
    JsonObject manifest = new JsonObject();
    manifest.add("config", ConfigJson.write(contents.config()));
    manifest.add("classNames", TextsJson.write(contents.classNames()));
    manifest.add("featureNames", TextsJson.write(contents.featureNames()));
    manifest.add("provenance", TextsJson.write(contents.provenance().facts()));
    HistoryJson.write(contents.history(), manifest);
    MetadataJson.write(contents.metadata(), manifest);

    Map<String, Tensor> tensors = new LinkedHashMap<>();
    ScalerTensors.write(contents.scaler(), tensors);
    for (String name : contents.parameters().names()) {
      tensors.put(name, contents.parameters().get(name));
    }
    tensors.putAll(rows.tensors());
    return ArchiveFormat.MODEL.archive(manifest, tensors);
  }

  static Model read(TensorArchive archive) {
    JsonFields manifest = ArchiveFormat.manifest(archive);
    manifest.checkNames(PARTS);
    Map<String, Tensor> parameters = new LinkedHashMap<>(archive.tensors());
    VerificationRows rows = VerificationRows.takeFrom(parameters);
    FeatureScaler scaler = ScalerTensors.takeFrom(parameters);
    ModelContents contents =
        new ModelContents(
            ConfigJson.read(manifest.object("config").json()),
            manifest.strings("classNames"),
            manifest.strings("featureNames"),
            scaler,
            NetworkParameters.of(parameters),
            HistoryJson.read(manifest),
            new Provenance(TextsJson.read(manifest.object("provenance"))),
            MetadataJson.read(manifest));
    if (rows != null) {
      rows.checkShapes(contents);
    }
    return new Model(contents, rows);
  }

  /**
   * What a file holds.
   *
   * @param contents of the model
   * @param rows to verify it by; null when the file has none
   */
  record Model(ModelContents contents, @Nullable VerificationRows rows) {}
}
