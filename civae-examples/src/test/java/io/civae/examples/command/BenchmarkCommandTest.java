package io.civae.examples.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class BenchmarkCommandTest {

  private static final String[] SMALL = {
    "--steps",
    "4",
    "--warm-up",
    "2",
    "--rows",
    "300",
    "--batch",
    "8",
    "--hidden",
    "6,5",
    "--latent",
    "3"
  };

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String[] common, String... args) {
    CommandLine commandLine = ExamplesCommand.commandLine();
    commandLine.setOut(new PrintWriter(out));
    commandLine.setErr(new PrintWriter(err));
    List<String> all = new ArrayList<>(List.of("benchmark"));
    all.addAll(List.of(common));
    all.addAll(List.of(args));
    return commandLine.execute(all.toArray(new String[0]));
  }

  private JsonObject json() {
    assertThat(out.toString().lines()).hasSize(1);
    return JsonParser.parseString(out.toString()).getAsJsonObject();
  }

  @ParameterizedTest
  @ValueSource(strings = {"MXNet", "pytorch"})
  void printsOneObjectWithEveryFigure(String engine) {
    assertThat(run(SMALL, "--json", "--engine", engine)).as(err.toString()).isZero();
    JsonObject result = json();
    assertThat(result.keySet())
        .containsExactly(
            "engine",
            "device",
            "threads",
            "batch",
            "steps",
            "trainingStepMillis",
            "trainingHeapMegabytes",
            "encodeRowsPerSecond",
            "decodeRowsPerSecond",
            "encodeOneMicrosP50",
            "encodePixelsMicrosP50",
            "traverseMicrosP50",
            "augmentRows",
            "augmentSeconds",
            "loadSeconds",
            "engineStartSeconds",
            "gemmGflops",
            "trainingGflops",
            "encodeGflops",
            "decodeGflops");
    assertThat(result.get("engine").getAsString()).isEqualToIgnoringCase(engine);
    assertThat(result.get("batch").getAsInt()).isEqualTo(8);
    assertThat(result.get("steps").getAsInt()).isEqualTo(4);
    assertThat(result.get("device").getAsString()).isEqualTo("cpu");
    // So small a network may hold less than what is given back meanwhile.
    assertThat(result.get("trainingHeapMegabytes").getAsDouble()).isBetween(0.0, 100.0);
    Set<String> others = Set.of("engine", "device", "trainingHeapMegabytes");
    for (String field : result.keySet()) {
      if (!others.contains(field)) {
        assertThat(result.get(field).getAsDouble()).as(field).isFinite().isPositive();
      }
    }
    // Encoder 784·6 + 6·5 + 5·6, decoder 3·5 + 5·6 + 6·784, discriminator 3·10 multiply-adds.
    double operations = 8 * 2 * (3 * (4704 + 60 + 45 + 4704 + 30) - 4704);
    double rate = operations / result.get("trainingStepMillis").getAsDouble() / 1e6;
    assertThat(result.get("trainingGflops").getAsDouble()).isCloseTo(rate, within(1e-9 * rate));
    assertThat(err.toString().lines()).isNotEmpty().allMatch(line -> line.startsWith("measuring "));
  }

  @Test
  void measuresWithTheThreadsAskedForInAJvmOfItsOwn() {
    assertThat(run(SMALL, "--json", "--engine", "MXNet", "--threads", "1")).isZero();
    assertThat(json().get("threads").getAsInt()).isEqualTo(1);
  }

  @Test
  void saysThatThereIsNoSuchGpu() {
    assertThat(run(SMALL, "--json", "--engine", "MXNet", "--device", "gpu:99")).isNotZero();
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains("device (\"gpu:99\") does not exist: engine MXNet sees ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--steps|0|steps (0) must be at least 1",
        "--batch|1|batch (1) must be at least 2",
        "--threads|0|threads (0) must be at least 1",
        "--threads|few|'few'",
        "--hidden|8,0|hiddenLayers[1] (0)",
        "--latent|-1|latentDim (-1)",
        "--dropout|1|dropout (1.0)",
        "--engine|Theano|MXNet or PyTorch",
        "--device|tpu|device"
      })
  void namesWhatIsOutOfRange(String option, String value, String part) {
    assertThat(run(new String[0], option, value)).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString().lines()).singleElement().asString().contains(part);
  }
}
