package io.civae.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.civae.CiVae;
import io.civae.ModelFileException;
import io.civae.fixture.HandMadeModels;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An attempt to load bytes that someone prepared. */
final class LoadAttempt {

  private LoadAttempt() {}

  /** A file to change: random parameters, three features, classes a and b. */
  static CraftedFile wholeFile() {
    try {
      return CraftedFile.of(ModelArchive.write(HandMadeModels.smallContents()).toBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes anew: some file systems flush a file that is truncated and written, which takes long.
   */
  static void replace(Path file, byte[] bytes) throws IOException {
    Files.deleteIfExists(file);
    Files.write(file, bytes);
  }

  /** Asserts that the bytes are refused in the one way there is, and returns the message. */
  static String refusal(Path file, byte[] bytes) throws IOException {
    replace(file, bytes);
    Throwable thrown = catchThrowable(() -> CiVae.load(file).close());
    assertThat(thrown)
        .isExactlyInstanceOf(ModelFileException.class)
        .hasMessageStartingWith(file + ": ");
    String message = String.valueOf(thrown.getMessage());
    assertThat(message.length()).isLessThan(2000);
    return message;
  }
}
