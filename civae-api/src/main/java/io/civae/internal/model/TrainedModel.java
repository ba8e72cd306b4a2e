package io.civae.internal.model;

import io.civae.Augmenter;
import io.civae.CiVaeConfig;
import io.civae.CiVaeModel;
import io.civae.CountDecoder;
import io.civae.Decoder;
import io.civae.Encoder;
import io.civae.LatentDistribution;
import io.civae.LinearDiscriminator;
import io.civae.ModelVerification;
import io.civae.TrainingHistory;
import io.civae.Traversal;
import io.civae.TraversalPath;
import io.civae.data.FeatureMatrix;
import io.civae.data.LabeledDataset;
import io.civae.internal.augment.WalkAugmenter;
import io.civae.internal.file.ModelFile;
import io.civae.internal.network.PlainNetwork;
import io.civae.internal.walk.ModelWalks;
import io.civae.internal.walk.Walker;
import io.civae.spi.Accelerator;
import io.civae.spi.NetworkParameters;
import io.civae.walk.Spacing;
import io.civae.walk.Walks;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A model over its contents, with or without an engine. */
public final class TrainedModel implements CiVaeModel {

  private final ModelContents contents;
  private final @Nullable VerificationRows loadedRows;
  private final Inference inference;
  private final Encoder encoder;
  private final Decoder decoder;
  private final @Nullable CountDecoder countDecoder;
  private final @Nullable LinearDiscriminator discriminator;
  private final Walker walker;

  /**
   * A model.
   *
   * @param contents everything it is
   * @param engine for bulk work, closed with the model; null for none
   */
  public TrainedModel(ModelContents contents, @Nullable Accelerator engine) {
    this(contents, null, engine);
  }

  /**
   * A model from a file.
   *
   * @param contents everything it is
   * @param rows verification rows of the file; null for none
   * @param engine for bulk work, closed with the model; null for none
   * @throws IllegalArgumentException if the parameters overflow once batch normalisation is folded
   *     into them
   */
  public TrainedModel(
      ModelContents contents, @Nullable VerificationRows rows, @Nullable Accelerator engine) {
    this.contents = contents;
    this.loadedRows = rows;
    NetworkParameters parameters = contents.parameters();
    int latentDim = contents.config().latentDim();
    PlainNetwork plain = new PlainNetwork(contents.config(), parameters);
    inference = new Inference(plain, engine);
    encoder = new NetworkEncoder(inference, contents.scaler(), latentDim);
    decoder = new NetworkDecoder(inference, contents.scaler(), latentDim);
    countDecoder =
        contents.scaler().isOfCounts()
            ? new NetworkCountDecoder(
                inference,
                plain,
                latentDim,
                contents.scaler().librarySize(),
                parameters.get("decoder.dispersion"))
            : null;
    discriminator =
        contents.classNames().isEmpty()
            ? null
            : new NetworkDiscriminator(
                inference,
                parameters.get("discriminator.weight"),
                parameters.get("discriminator.bias"),
                contents.classNames());
    walker = new Walker(decoder, discriminator);
  }

  private <T> T whileOpen(Supplier<T> call) {
    return inference.whileOpen(call);
  }

  @Override
  public Encoder encoder() {
    return whileOpen(() -> encoder);
  }

  @Override
  public Decoder decoder() {
    return whileOpen(() -> decoder);
  }

  @Override
  public CountDecoder countDecoder() {
    return whileOpen(
        () -> {
          if (countDecoder == null) {
            throw new IllegalStateException(
                "the model has no distribution of counts: its likelihood is "
                    + contents.config().likelihood());
          }
          return countDecoder;
        });
  }

  @Override
  public LinearDiscriminator discriminator() {
    return whileOpen(
        () -> {
          if (discriminator == null) {
            throw new IllegalStateException(
                "the model has no discriminator: it was trained without any class");
          }
          return discriminator;
        });
  }

  @Override
  public List<String> classNames() {
    return whileOpen(contents::classNames);
  }

  @Override
  public List<String> featureNames() {
    return whileOpen(contents::featureNames);
  }

  @Override
  public CiVaeConfig config() {
    return whileOpen(contents::config);
  }

  @Override
  public TrainingHistory history() {
    return whileOpen(contents::history);
  }

  @Override
  public Map<String, String> provenance() {
    return whileOpen(() -> contents.provenance().facts());
  }

  @Override
  public Map<String, String> metadata() {
    return whileOpen(() -> contents.metadata().texts());
  }

  @Override
  public NetworkParameters parameters() {
    return whileOpen(contents::parameters);
  }

  @Override
  public float[][] reconstruct(FeatureMatrix x) {
    return whileOpen(() -> decoder.decode(encoder.encode(x).mean()));
  }

  @Override
  public float[][] reconstruct(float[][] x) {
    return whileOpen(() -> decoder.decode(encoder.encode(x).mean()));
  }

  @Override
  public TraversalPath traverse(float[] from, float[] to, Traversal traversal, int points) {
    return whileOpen(
        () -> {
          Rows.flatten("from", new float[][] {from}, encoder.featureCount());
          Rows.flatten("to", new float[][] {to}, encoder.featureCount());
          LatentDistribution ends = encoder.encode(new float[][] {from, to});
          float[][] mean = ends.mean();
          return walker.walk(traversal, Spacing.points(points), mean[0], mean[1]);
        });
  }

  @Override
  public Walks walks() {
    return whileOpen(() -> ModelWalks.of(this, null));
  }

  @Override
  public Walks walks(LabeledDataset reference) {
    return whileOpen(() -> ModelWalks.of(this, reference));
  }

  @Override
  public Augmenter augmenter(LabeledDataset source) {
    return whileOpen(() -> WalkAugmenter.of(this, source, contents.config().seed()));
  }

  @Override
  public void save(Path file) {
    whileOpen(() -> write(contents, file));
  }

  @Override
  public void save(Path file, Map<String, String> metadata) {
    whileOpen(() -> write(contents.withMetadata(new Metadata(metadata)), file));
  }

  private Path write(ModelContents written, Path file) {
    ModelFile.save(written, verificationRows(), file);
    return file;
  }

  /** Those of the file stay with the model: computed anew, they would agree with any fault. */
  private VerificationRows verificationRows() {
    return loadedRows != null ? loadedRows : VerificationRows.of(contents, inference.plain());
  }

  @Override
  public ModelVerification verify() {
    return whileOpen(
        () -> {
          VerificationRows rows = verificationRows();
          ModelVerification plain = rows.check(contents, inference.plain());
          Accelerator engine = inference.engine();
          if (engine == null) {
            return plain;
          }
          ModelVerification accelerated = rows.check(contents, engine);
          return plain.largestDifference() > accelerated.largestDifference() ? plain : accelerated;
        });
  }

  @Override
  public void close() {
    inference.close();
  }

  @Override
  public String toString() {
    return "CiVaeModel["
        + contents.scaler().features()
        + " features, latentDim "
        + contents.config().latentDim()
        + ", classes "
        + contents.classNames()
        + "]";
  }
}
