package io.civae.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.civae.CiVae;
import io.civae.CiVaeModel;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reader copies must run. */
class ProgramsToReadTest {

  @TempDir Path folder;

  @Test
  void theFirstProgramRuns() {
    Path file = folder.resolve("flowers.civae");
    assertThat(printed(() -> FirstProgram.main(new String[] {file.toString()})))
        .contains("The walk stays among roses: true");
    try (CiVaeModel model = CiVae.load(file)) {
      assertThat(model.classNames()).containsExactly("rose", "tulip");
    }
  }

  private static String printed(Runnable program) {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      program.run();
    } finally {
      System.setOut(before);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  @Test
  void theTrainingOvernightRunsAndIsOnlyReadAgain() {
    String[] checkpoints = {folder.resolve("checkpoints").toString()};
    String first = printed(() -> TrainOvernight.main(checkpoints));
    assertThat(first).contains(": completed", "It went on from step 0");
    assertThat(printed(() -> TrainOvernight.main(checkpoints))).isEqualTo(first);
  }

  @Test
  void theRareClassIsFoundMoreOftenWhenItIsMinded() {
    List<Integer> found =
        printed(() -> RareClasses.main(new String[0]))
            .lines()
            .map(line -> Integer.valueOf(line.replaceAll(".*finds ([0-9]+) of.*", "$1")))
            .toList();
    assertThat(found).hasSize(4);
    assertThat(found.subList(1, 4)).allMatch(count -> count > found.get(0) + 100);
  }

  @Test
  void theTestWithoutNativesPasses() {
    new TestWithoutNatives().balancingLeavesNoClassBehind();
  }
}
