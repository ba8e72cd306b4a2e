package io.civae.internal.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.civae.CiVae;
import io.civae.CiVaeModel;
import io.civae.ModelFileException;
import io.civae.fixture.Mutator;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Model files that were changed behind a correct checksum. */
class FuzzedModelFileTest {

  private static final CraftedFile WHOLE = LoadAttempt.fileWithMetadata();

  @TempDir private Path folder;

  @Test
  void loadsOrRefusesWhateverTheHeaderSays() {
    new ArchiveFuzzing(this::load, ModelFileException.class)
        .texts(WHOLE::withHeader, Mutator.trials(7_000));
  }

  @Test
  void loadsOrRefusesWhateverTheManifestSays() {
    new ArchiveFuzzing(this::load, ModelFileException.class)
        .texts(WHOLE::withManifest, Mutator.trials(10_000));
  }

  /** Numbers that are sound in themselves: what they do to the network is another matter. */
  @Test
  void loadsOrRefusesWhateverTheTensorsHold() {
    new ArchiveFuzzing(this::use, ModelFileException.class).tensors(WHOLE, Mutator.trials(5_000));
  }

  private Path file(byte[] bytes) throws IOException {
    Path file = folder.resolve("fuzzed.civae");
    LoadAttempt.replace(file, bytes);
    return file;
  }

  private void load(byte[] bytes) throws IOException {
    CiVae.load(file(bytes)).close();
  }

  /** A scaler that is sound in itself may take an observation beyond all floats. */
  private static void encodeOrRefuse(CiVaeModel model) {
    try {
      model.encoder().encode(new float[][] {{1, 2, 3}});
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageContaining("must stay finite when scaled as in training");
    }
  }

  private void use(byte[] bytes) throws IOException {
    try (CiVaeModel model = CiVae.load(file(bytes))) {
      encodeOrRefuse(model);
      model.decoder().decode(new float[][] {{1, 2}});
      model.verify();
    }
  }
}
