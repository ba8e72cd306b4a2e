package io.civae.internal.file;

import io.civae.CiVaeModel;
import io.civae.ModelFileException;
import io.civae.internal.model.BackendScope;
import io.civae.internal.model.ModelContents;
import io.civae.internal.model.TrainedModel;
import io.civae.internal.model.VerificationRows;
import io.civae.spi.Accelerator;
import io.civae.spi.BackendProvider;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Loads and saves models. */
public final class ModelFile {

  private ModelFile() {}

  /**
   * Writes a model in full or not at all.
   *
   * @param contents of the model
   * @param rows to verify it by
   * @param file where to
   * @throws ModelFileException if it cannot be written
   */
  public static void save(ModelContents contents, VerificationRows rows, Path file) {
    save(contents, rows, file, new DiskAccess());
  }

  static void save(ModelContents contents, VerificationRows rows, Path file, FileAccess access) {
    ArchiveFile.write(file, () -> ModelArchive.write(contents, rows), access);
  }

  /**
   * Loads a model.
   *
   * @param file to read
   * @param provider whose engine serves large calls; null for plain Java throughout
   * @return the model
   * @throws ModelFileException if it cannot be loaded
   */
  public static CiVaeModel load(Path file, @Nullable BackendProvider provider) {
    ModelArchive.Model model = read(file);
    return provider == null ? serve(file, model, null) : accelerate(file, model, provider);
  }

  private static CiVaeModel accelerate(
      Path file, ModelArchive.Model model, BackendProvider provider) {
    ModelContents contents = model.contents();
    return BackendScope.make(
        provider,
        backend ->
            serve(
                file,
                model,
                backend.accelerate(contents.config(), contents.parameters()).orElse(null)));
  }

  private static CiVaeModel serve(
      Path file, ModelArchive.Model model, @Nullable Accelerator engine) {
    try {
      return new TrainedModel(model.contents(), model.rows(), engine);
    } catch (IllegalArgumentException e) {
      if (engine != null) {
        engine.close();
      }
      throw new ModelFileException(file, String.valueOf(e.getMessage()), e);
    }
  }

  private static ModelArchive.Model read(Path file) {
    return ArchiveFile.read(file, ArchiveFormat.MODEL, ModelArchive::read);
  }
}
