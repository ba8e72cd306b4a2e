package io.civae.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.civae.CiVae;
import io.civae.CiVaeModel;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reader copies must run. */
class ProgramsToReadTest {

  @TempDir Path folder;

  @Test
  void theFirstProgramRuns() {
    Path file = folder.resolve("flowers.civae");
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      FirstProgram.main(new String[] {file.toString()});
    } finally {
      System.setOut(before);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("The walk stays among roses: true");
    try (CiVaeModel model = CiVae.load(file)) {
      assertThat(model.classNames()).containsExactly("rose", "tulip");
    }
  }

  @Test
  void theTestWithoutNativesPasses() {
    new TestWithoutNatives().balancingLeavesNoClassBehind();
  }
}
