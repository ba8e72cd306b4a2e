package io.civae.examples.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models from files, with tables that they were and were not made for. */
class KeptModelTest {

  @TempDir Path folder;

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  /** Two numbers, far apart for both classes. */
  private static String clusters(String low, String high) {
    Random random = new Random(3);
    StringBuilder text = new StringBuilder("x,y,kind\n");
    for (int i = 0; i < 60; i++) {
      double centre = i % 3 == 0 ? 0 : 20;
      text.append(
          String.format(
              Locale.ROOT,
              "%.3f,%.3f,%s%n",
              centre + random.nextGaussian(),
              centre + random.nextGaussian(),
              i % 3 == 0 ? low : high));
    }
    return text.toString();
  }

  private Path trained(Path csv, int epochs) {
    Path model = folder.resolve("kept.civae");
    Object[] training = {
      "--epochs", epochs, "--hidden", "8", "--latent-dim", "2", "--save-model", model
    };
    CsvRun.of(with(augmenting(csv), training)).succeeded();
    return model;
  }

  private Object[] augmenting(Path csv) {
    Path out = folder.resolve("more.csv");
    return new Object[] {"augment", "--csv", csv, "--label", "kind", "--balance", "--out", out};
  }

  private CsvRun walked(Path csv, Path model) {
    Path out = folder.resolve("walk.csv");
    return CsvRun.of(CsvRun.walk(csv, 1, 4, 5, out, "--model", model));
  }

  private static Object[] with(Object[] head, Object... more) {
    return Stream.concat(Stream.of(head), Stream.of(more)).toArray();
  }

  @Test
  void walksNoClassThatTheModelDoesNotKnow() throws IOException {
    Path model = trained(write("known.csv", clusters("rose", "tulip")), 1);
    walked(write("other.csv", clusters("lily", "tulip")), model)
        .failed(1, model + ": class (lily)", "must be among those the model knows: (rose, tulip)");
    assertThat(folder.resolve("walk.csv")).doesNotExist();
  }

  @Test
  void saysWhenTheClassThatIsCertifiedIsNotThatOfTheRows() throws IOException {
    Path right = write("right.csv", clusters("rose", "tulip"));
    Path model = trained(right, 60);
    assertThat(walked(right, model).succeeded().err())
        .contains("stays in class rose")
        .doesNotContain("although");
    assertThat(walked(write("swapped.csv", clusters("tulip", "rose")), model).succeeded().err())
        .contains("stays in class rose, although both rows are labelled tulip");
  }

  @Test
  void takesTheTableItWasTrainedOnWhateverItsColumnsAreCalled() throws IOException {
    String rows = "a,a=b,a=b=c,kind\n";
    for (int i = 0; i < 20; i++) {
      rows += (i % 2 == 0 ? "red" : "c=1") + "," + i + "," + (i % 3 == 0 ? "p" : "q");
      rows += "," + (i % 4 == 0 ? "rare" : "common") + "\n";
    }
    Path csv = write("equal.csv", rows);
    Path model = trained(csv, 1);
    CsvRun.of(with(augmenting(csv), "--model", model)).succeeded();
  }

  @Test
  void namesBothColumnsThatWouldHaveOneFeature() throws IOException {
    Path csv = write("twice.csv", "a,a=red,kind\nred,1,x\nblue,2,y\nred,3,x\n");
    CsvRun run = CsvRun.quick(augmenting(csv));
    run.failed(1, "columns \"a\" and \"a=red\" both have a feature \"a=red\"", "rename");
    assertThat(run.err()).doesNotContain("epoch");
  }

  @Test
  void refusesAModelThatDecodesToInfinity() throws IOException {
    Path csv = write("known.csv", clusters("rose", "tulip"));
    Path model = trained(csv, 1);
    SavedTensors tensors = SavedTensors.read(model);
    tensors.fill("scaler.scale", 3e38f);
    tensors.fill("decoder.output.bias", 1e6f);
    tensors.write(model);
    Files.delete(folder.resolve("more.csv"));
    for (CsvRun run :
        new CsvRun[] {walked(csv, model), CsvRun.of(with(augmenting(csv), "--model", model))}) {
      run.failed(1, model + ": feature \"x\" is decoded to", "must be finite");
    }
    assertThat(folder.resolve("walk.csv")).doesNotExist();
    assertThat(folder.resolve("more.csv")).doesNotExist();
  }

  @Test
  void showsNoCommandsToTheTerminalThatAFileHolds() throws IOException {
    String escape = "\u001b[2J";
    Path csv = write("escape.csv", clusters("ro" + escape + "se", "tu\u009blip"));
    CsvRun run = CsvRun.quick(augmenting(csv)).succeeded();
    assertThat(run.err())
        .contains("ro\\u001B[2Jse", "tu\\u009Blip")
        .doesNotContain("\u001b", "\u009b");
    Path broken = write("broken.csv", "x\u001b]0;title\u0007,y,kind\n1e-50,2,a\n1,2,b\n");
    CsvRun failed = CsvRun.quick(with(augmenting(broken), "--verbose"));
    assertThat(failed.exitCode()).isEqualTo(1);
    assertThat(failed.err())
        .contains("x\\u001B]0;title\\u0007", "\tat io.civae")
        .doesNotContain("\u001b", "\u0007");
  }
}
