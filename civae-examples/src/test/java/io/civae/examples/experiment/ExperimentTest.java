package io.civae.examples.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.civae.CiVae;
import io.civae.CiVaeModel;
import io.civae.data.DatasetSplit;
import io.civae.testkit.FakeBackend;
import io.civae.testkit.SyntheticDatasets;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One run on the fake backend, looked at from all sides. */
class ExperimentTest {

  private static final int LATENT_DIM = 6;

  @TempDir static Path parent;
  private static Path folder;
  private static DatasetSplit split;
  private static String results;
  private static String progress;
  private static JsonObject metrics;

  @BeforeAll
  static void run() throws IOException {
    folder = parent.resolve("deep").resolve("er");
    split = SyntheticDatasets.digits(40, 3L).split(0.8, 0.1, 0.1, 3L);
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    new Experiment(
            split,
            CiVae.builder().latentDim(LATENT_DIM).epochs(3).seed(11L),
            new FakeBackend(),
            ExperimentFolder.create(folder),
            true,
            Interruption.NONE)
        .run(new PrintWriter(out), new PrintWriter(err));
    results = out.toString();
    progress = err.toString();
    metrics =
        JsonParser.parseString(Files.readString(folder.resolve("metrics.json"))).getAsJsonObject();
  }

  @Test
  void writesEveryFileIntoAFolderItMakes() {
    assertThat(folder)
        .isDirectoryContaining("glob:**/walks.png")
        .isDirectoryContaining("glob:**/synthetic.png")
        .isDirectoryContaining("glob:**/metrics.json")
        .isDirectoryContaining("glob:**/model.civae")
        .isDirectoryContaining("glob:**/train.csv")
        .isDirectoryContaining("glob:**/test.csv")
        .isDirectoryContaining("glob:**/test-observations.npy")
        .isDirectoryContaining("glob:**/reconstructions.npy");
  }

  @Test
  void nestsTheMetrics() {
    assertThat(metrics.keySet())
        .containsExactly(
            "test",
            "trainingSeconds",
            "samplesPerSecond",
            "resumedFromStep",
            "ending",
            "engine",
            "device",
            "config",
            "split",
            "seed",
            "versions",
            "history");
    assertThat(metrics.getAsJsonObject("test").keySet())
        .contains("sse", "mse", "mae", "mae255", "discriminatorAccuracy");
    assertThat(metrics.getAsJsonObject("versions").keySet())
        .containsExactly("library", "java", "os");
    assertThat(metrics.getAsJsonObject("versions").get("library").getAsString())
        .matches("\\d+\\.\\d+\\.\\d+.*");
    assertThat(metrics.get("seed").getAsLong()).isEqualTo(11);
    assertThat(metrics.get("engine").getAsString()).isNotBlank();
    JsonObject sizes = metrics.getAsJsonObject("split");
    assertThat(sizes.get("training").getAsInt()).isEqualTo(320);
    assertThat(sizes.get("validation").getAsInt()).isEqualTo(40);
    assertThat(sizes.get("test").getAsInt()).isEqualTo(40);
  }

  @Test
  void recordsEverySettingWithAutomaticOnesResolved() throws IOException {
    JsonObject config = metrics.getAsJsonObject("config");
    try (CiVaeModel model = CiVae.load(folder.resolve("model.civae"))) {
      assertThat(config.keySet()).isEqualTo(model.config().settings().keySet());
      assertThat(config.get("batchSize").getAsInt()).isEqualTo(model.config().batchSize());
    }
    assertThat(config.get("batchSize").getAsInt()).isGreaterThanOrEqualTo(2);
    assertThat(config.getAsJsonArray("hiddenLayers").size()).isEqualTo(7);
  }

  @Test
  void recordsTheHistoryOfEveryEpoch() {
    assertThat(metrics.getAsJsonArray("history")).hasSize(3);
    int number = 1;
    for (JsonElement element : metrics.getAsJsonArray("history")) {
      JsonObject epoch = element.getAsJsonObject();
      assertThat(epoch.keySet())
          .containsExactly("epoch", "training", "validation", "learningRate", "seconds");
      assertThat(epoch.get("epoch").getAsInt()).isEqualTo(number++);
      for (String part : List.of("training", "validation")) {
        assertThat(epoch.getAsJsonObject(part).keySet())
            .containsExactly(
                "total",
                "reconstruction",
                "klDivergence",
                "discriminator",
                "discriminatorAccuracy");
      }
    }
  }

  @Test
  void exportsWhatReproducesTheMetrics() throws IOException {
    FloatBuffer observations = values("test-observations.npy");
    FloatBuffer reconstructions = values("reconstructions.npy");
    assertThat(observations.remaining()).isEqualTo(40 * 784);
    assertThat(reconstructions.remaining()).isEqualTo(40 * 784);
    double squares = 0;
    double magnitudes = 0;
    for (int i = 0; i < 40 * 784; i++) {
      assertThat(observations.get(i)).isEqualTo(split.test().observation(i / 784)[i % 784]);
      double error = (double) observations.get(i) - reconstructions.get(i);
      squares += error * error;
      magnitudes += Math.abs(error);
    }
    JsonObject test = metrics.getAsJsonObject("test");
    assertThat(test.get("sse").getAsDouble()).isCloseTo(squares / 40, within(1e-9));
    assertThat(test.get("mse").getAsDouble()).isCloseTo(squares / 40 / 784, within(1e-9));
    assertThat(test.get("mae").getAsDouble()).isCloseTo(magnitudes / 40 / 784, within(1e-9));
    assertThat(test.get("mae255").getAsDouble())
        .isCloseTo(255 * magnitudes / 40 / 784, within(1e-7));
  }

  @Test
  void exportsTheLatentsThatTheSavedModelGives() throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve("test.csv"));
    assertThat(Files.readAllLines(folder.resolve("train.csv"))).hasSize(321);
    assertThat(lines).hasSize(41).first().isEqualTo("label,z0,z1,z2,z3,z4,z5");
    try (CiVaeModel model = CiVae.load(folder.resolve("model.civae"))) {
      int right = 0;
      for (int i = 0; i < 40; i++) {
        String[] cells = lines.get(i + 1).split(",", -1);
        assertThat(cells[0]).isEqualTo(split.test().label(i));
        float[] latent = model.encoder().mean(split.test().observation(i));
        float[] exported = new float[LATENT_DIM];
        for (int j = 0; j < LATENT_DIM; j++) {
          exported[j] = Float.parseFloat(cells[j + 1]);
          assertThat(exported[j]).isCloseTo(latent[j], within(1e-4f));
        }
        right +=
            model.discriminator().predict(new float[][] {exported})[0].equals(cells[0]) ? 1 : 0;
      }
      assertThat(metrics.getAsJsonObject("test").get("discriminatorAccuracy").getAsDouble())
          .isCloseTo(right / 40.0, within(1e-12));
    }
  }

  @Test
  void drawsPicturesWithARowForEachDigit() throws IOException {
    for (String name : List.of("walks.png", "synthetic.png")) {
      BufferedImage image = ImageIO.read(folder.resolve(name).toFile());
      assertThat(image.getHeight()).as(name).isBetween(10 * 84, 10 * 84 + 300);
      assertThat(image.getWidth()).as(name).isBetween(11 * 84, 11 * 84 + 400);
      int[] greys =
          image.getRaster().getSamples(0, 0, image.getWidth(), image.getHeight(), 0, (int[]) null);
      assertThat(Arrays.stream(greys).distinct().count()).as(name).isGreaterThan(100);
    }
  }

  @Test
  void saysHowGoodTheModelIsAndWhatWasWritten() {
    assertThat(results)
        .contains("320 observations", "10 classes", "discriminator accuracy", "certified walks")
        .contains(folder.toString(), "walks.png", "reconstructions.npy");
    assertThat(progress.lines()).hasSize(3).allMatch(line -> line.startsWith("epoch "));
  }

  @Test
  void refusesAFolderThatIsAFile() throws IOException {
    Path file = Files.createFile(parent.resolve("a-file"));
    assertThatThrownBy(() -> ExperimentFolder.create(file))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll("--out", file.toString(), "must be a folder");
    assertThatThrownBy(() -> ExperimentFolder.create(file.resolve("below")))
        .isInstanceOf(IOException.class);
  }

  private static FloatBuffer values(String name) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.wrap(Files.readAllBytes(folder.resolve(name))).order(ByteOrder.LITTLE_ENDIAN);
    int header = Short.toUnsignedInt(bytes.getShort(8));
    return bytes.position(10 + header).slice().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
  }
}
