package io.civae.examples.table;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagedFileTest {

  @Test
  void namesTheFileAndNotTheTemporaryOneWhenItCannotBeWritten(@TempDir Path folder) {
    Path file = folder.resolve("nowhere").resolve("out.csv");
    assertThatThrownBy(() -> StagedFile.of(file))
        .isExactlyInstanceOf(IOException.class)
        .hasMessageStartingWith(file + " cannot be written: ")
        .hasMessageNotContaining(".tmp");
  }
}
