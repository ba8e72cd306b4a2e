package io.civae.internal.file;

import io.civae.CiVaeModel;
import io.civae.ModelFileException;
import io.civae.internal.model.ModelContents;
import io.civae.internal.model.TrainedModel;
import io.civae.spi.Accelerator;
import io.civae.spi.Backend;
import io.civae.spi.BackendProvider;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Loads and saves models. */
public final class ModelFile {

  private ModelFile() {}

  /**
   * Writes a model in full or not at all.
   *
   * @param contents of the model
   * @param file where to
   * @throws ModelFileException if it cannot be written
   */
  public static void save(ModelContents contents, Path file) {
    try {
      AtomicFile.write(file, ModelArchive.write(contents).toBytes());
    } catch (IOException e) {
      throw new ModelFileException(file, "cannot be written: " + reason(e), e);
    }
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
    ModelContents contents = read(file);
    if (provider == null) {
      return new TrainedModel(contents, null);
    }
    try (Backend backend = provider.create()) {
      Accelerator engine =
          backend.accelerate(contents.config(), contents.parameters()).orElse(null);
      return new TrainedModel(contents, engine);
    }
  }

  private static ModelContents read(Path file) {
    try {
      long size = Files.size(file);
      if (size > Integer.MAX_VALUE - 16) {
        throw new ModelFileException(
            file, "has " + size + " bytes; at most 2 GiB can be read", null);
      }
      TensorArchive archive =
          TensorArchive.fromBytes(Files.readAllBytes(file), ModelArchive::checkVersion);
      return ModelArchive.read(archive);
    } catch (IOException e) {
      throw new ModelFileException(file, "cannot be read: " + reason(e), e);
    } catch (IllegalArgumentException e) {
      throw new ModelFileException(file, String.valueOf(e.getMessage()), e);
    }
  }

  private static String reason(IOException e) {
    if (e instanceof CharacterCodingException) {
      return "a name in it is not valid Unicode";
    }
    return e instanceof NoSuchFileException ? "no such file or folder" : e.toString();
  }
}
