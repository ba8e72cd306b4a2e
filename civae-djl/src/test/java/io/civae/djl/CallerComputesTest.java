package io.civae.djl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** MXNet is told to compute on the calling thread, and its word on that stays within. */
@EnabledOnOs(OS.LINUX)
final class CallerComputesTest {

  private static final String VARIABLE = "MXNET_ENGINE_TYPE";

  /** From then on a Java warns about native libraries that it was not told of. */
  private static final int WARNING_JAVA = 22;

  private static final List<String> OPTIONS =
      Runtime.version().feature() < WARNING_JAVA
          ? List.of()
          : List.of("--enable-native-access=ALL-UNNAMED");

  @TempDir private Path folder;

  @Test
  void keepsOneLineFromTheStandardErrorStreamAndNoOther() throws IOException, InterruptedException {
    assertThat(output(ForkedProgram.of(QuietProgram.class, OPTIONS))).containsExactly("3");
    assertThat(errors()).containsExactly("before", "meanwhile", "the end", "after");
  }

  @Test
  void startsMxnetWithoutAWord() throws IOException, InterruptedException {
    ProcessBuilder program = ForkedProgram.of(QuietProgram.class, OPTIONS, "engine");
    program.environment().remove(VARIABLE);

    assertThat(output(program)).containsExactly("MXNet", "NaiveEngine");
    assertThat(errors()).containsExactly("before", "after");
  }

  @Test
  void leavesWhatTheUserHasSet() throws IOException, InterruptedException {
    ProcessBuilder program = ForkedProgram.of(QuietProgram.class, OPTIONS, "engine");
    program.environment().put(VARIABLE, "ThreadedEngine");

    assertThat(output(program)).containsExactly("MXNet", "ThreadedEngine");
  }

  private List<String> output(ProcessBuilder program) throws IOException, InterruptedException {
    Path output = folder.resolve("output");
    Process process =
        program
            .redirectOutput(output.toFile())
            .redirectError(folder.resolve("errors").toFile())
            .start();
    assertThat(process.waitFor()).as(String.join("\n", errors())).isZero();
    return Files.readAllLines(output);
  }

  private List<String> errors() throws IOException {
    return Files.readAllLines(folder.resolve("errors"));
  }
}
