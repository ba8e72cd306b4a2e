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

  private static final String MANIFEST = "civae.manifest";
  private static final String OFFSET = "scaler.offset";
  private static final String SCALE = "scaler.scale";
  private static final String LIBRARY_SIZE = "scaler.librarySize";
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
    int features = contents.scaler().features();
    tensors.put(OFFSET, Tensor.of(contents.scaler().offset(), features));
    tensors.put(SCALE, Tensor.of(contents.scaler().scale(), features));
    if (contents.scaler().isOfCounts()) {
      tensors.put(LIBRARY_SIZE, Tensor.of(new float[] {contents.scaler().librarySize()}, 1));
    }
    for (String name : contents.parameters().names()) {
      tensors.put(name, contents.parameters().get(name));
    }
    tensors.putAll(rows.tensors());
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put(ArchiveFormat.MODEL.versionKey(), Integer.toString(ArchiveFormat.MODEL.version()));
    metadata.put(MANIFEST, manifest.toString());
    return new TensorArchive(metadata, tensors);
  }

  static Model read(TensorArchive archive) {
    String text = archive.metadata().get(MANIFEST);
    if (text == null) {
      throw new IllegalArgumentException(MANIFEST + " is missing");
    }
    JsonFields manifest = new JsonFields(StrictJson.parseObject(text), "manifest");
    manifest.checkNames(PARTS);
    Map<String, Tensor> parameters = new LinkedHashMap<>(archive.tensors());
    VerificationRows rows = VerificationRows.takeFrom(parameters);
    FeatureScaler scaler = scaler(parameters);
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

  private static FeatureScaler scaler(Map<String, Tensor> tensors) {
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
