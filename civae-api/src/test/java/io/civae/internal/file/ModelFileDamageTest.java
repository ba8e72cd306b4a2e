package io.civae.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.civae.CiVae;
import io.civae.CiVaeConfig;
import io.civae.CiVaeModel;
import io.civae.ModelFileException;
import io.civae.fixture.HandMadeModels;
import io.civae.internal.model.ModelContents;
import io.civae.internal.model.TrainedModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileDamageTest {

  private static final boolean LARGE = Boolean.getBoolean("civae.reliability.full");

  @TempDir private Path folder;
  private Path file = Path.of("unset");

  @BeforeEach
  void saveModel() {
    file = folder.resolve("digits.civae");
    try (CiVaeModel model = new TrainedModel(contents(), null)) {
      model.save(file, LoadAttempt.METADATA.texts());
    }
  }

  /** About 4 KiB, or 64 KiB where every bit of a larger file is to be turned. */
  private static ModelContents contents() {
    if (!LARGE) {
      return HandMadeModels.smallContents();
    }
    CiVaeConfig config = HandMadeModels.smallConfig().toBuilder().hiddenLayers(110, 56).config();
    return HandMadeModels.contents(config, 3, List.of("a", "b"));
  }

  private void assertRefused(String what) {
    Throwable thrown = catchThrowable(() -> CiVae.load(file).close());
    if (!(thrown instanceof ModelFileException refused)
        || !String.valueOf(thrown.getMessage()).startsWith(file + ": ")
        || !refused.file().equals(file)) {
      throw new AssertionError(what + " was not refused as it should be", thrown);
    }
  }

  @Test
  void noticesEverySingleBit() throws IOException {
    assertThat(Files.size(file)).isBetween(LARGE ? 60_000L : 2000L, LARGE ? 72_000L : 8192L);
    DamageSweep.everyBit(file, this::assertRefused);
    CiVae.load(file).close();
  }

  @Test
  void noticesEveryTruncation() throws IOException {
    DamageSweep.everyTruncation(file, this::assertRefused);
  }

  @Test
  void noticesWhateverIsAppended() throws IOException {
    DamageSweep.moreBytes(file, this::assertRefused);
  }

  private void assertMessage(byte[] bytes, String part) throws IOException {
    Files.write(file, bytes);
    assertThatThrownBy(() -> CiVae.load(file))
        .isInstanceOf(ModelFileException.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining(part);
  }

  @Test
  void tellsForeignFilesFromDamagedOnes() throws IOException {
    assertMessage(new byte[0], "not a CI-VAE model file: it has only 0 bytes");
    assertMessage(new byte[] {1, 2, 3}, "not a CI-VAE model file: it has only 3 bytes");
    assertMessage(new byte[1000], "not a CI-VAE model file");
    assertMessage(
        "label,x0,x1\n3,0.5,0.25\n".getBytes(StandardCharsets.UTF_8), "not a CI-VAE model file");
    assertMessage(
        "{\"json\": \"all right, but no model\"}".getBytes(StandardCharsets.UTF_8),
        "not a CI-VAE model file");
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(zipped)) {
      zip.putNextEntry(new ZipEntry("model.json"));
      zip.write("{}".getBytes(StandardCharsets.UTF_8));
    }
    assertMessage(zipped.toByteArray(), "not a CI-VAE model file");
  }

  @Test
  void tellsSafetensorsFilesOfOthers() throws IOException {
    String header =
        "{\"__metadata__\":{\"format\":\"pt\"},"
            + "\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}";
    assertMessage(safetensors(header, new byte[4]), "not a CI-VAE model file");
    String bare = "{\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}";
    assertMessage(safetensors(bare, new byte[4]), "not a CI-VAE model file");
  }

  private static byte[] safetensors(String header, byte[] data) {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(8 + json.length + data.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(json.length)
        .put(json)
        .put(data)
        .array();
  }

  @Test
  void saysThatANewerVersionWroteTheFile() throws IOException {
    CraftedFile crafted = CraftedFile.of(Files.readAllBytes(file));
    for (String version : new String[] {"2", "10", "999999999"}) {
      assertMessage(
          crafted
              .replacing(
                  "\"civae.formatVersion\":\"1\"", "\"civae.formatVersion\":\"" + version + "\"")
              .bytes(),
          "format version "
              + version
              + " was written by a newer version of the library; this one reads up to 1");
    }
  }

  /** What a newer version changed besides is not this version's to judge. */
  @Test
  void saysSoWhateverElseTheNewerVersionChanged() throws IOException {
    CraftedFile crafted = CraftedFile.of(Files.readAllBytes(file));
    assertMessage(
        crafted
            .replacing("\"civae.formatVersion\":\"1\"", "\"civae.formatVersion\":\"2\"")
            .replacing("\"F32\"", "\"BF16\"")
            .replacing("civae.manifest", "civae.catalogue")
            .bytes(),
        "newer version");
  }

  @Test
  void refusesFilesThatNoArrayHolds() throws IOException {
    Path huge = folder.resolve("huge.civae");
    try (FileChannel channel =
        FileChannel.open(
            huge,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.WRITE,
            StandardOpenOption.SPARSE)) {
      channel.write(ByteBuffer.wrap(new byte[1]), Integer.MAX_VALUE);
    }
    assertThatThrownBy(() -> CiVae.load(huge))
        .isInstanceOf(ModelFileException.class)
        .hasMessage(huge + ": has 2147483648 bytes; at most 2 GiB can be read");
  }

  @Test
  void saysWhereTheFileIsNot() {
    Path missing = folder.resolve("missing.civae");
    assertThatThrownBy(() -> CiVae.load(missing))
        .isInstanceOf(ModelFileException.class)
        .hasMessage(missing + ": cannot be read: no such file or folder");
    assertThatThrownBy(() -> CiVae.load(folder))
        .isInstanceOf(ModelFileException.class)
        .hasMessageStartingWith(folder + ": ");
  }
}
