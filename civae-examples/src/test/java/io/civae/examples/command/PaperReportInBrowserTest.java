package io.civae.examples.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.civae.data.LabeledDataset;
import io.civae.examples.mnist.SmallMnist;
import io.civae.examples.report.Browser;
import io.civae.examples.report.OpenPage;
import io.civae.testkit.SyntheticDatasets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page that the study itself writes, as a reader sees it. Skipped where there is no Chromium
 * with its driver.
 */
class PaperReportInBrowserTest {

  private static final String SLIDER = "input[type=range]";

  /** The picture of each model that is seen of the first walk. */
  private static final String PICTURES =
      "return [...document.querySelector('.walk').querySelectorAll('.point')]"
          + ".filter(p => p.offsetParent !== null).map(p => p.querySelector('img').src)";

  @TempDir static Path folder;

  /** Chromium may still write to it when the test ends. */
  @TempDir(cleanup = CleanupMode.NEVER)
  static Path profile;

  private static OpenPage page;
  private static Browser browser;

  @BeforeAll
  static void open() throws IOException, InterruptedException {
    Browser.requireInstalled();
    Path data = Files.createDirectory(folder.resolve("data"));
    LabeledDataset digits = SyntheticDatasets.digits(30, 3L);
    SmallMnist.write(data, digits, digits.size() - 50);
    Path out = folder.resolve("study");
    List<Object> args = new ArrayList<>(List.of("paper", "--data", data, "--out", out, "--quick"));
    args.addAll(List.of("--seeds", "1", "--baselines", "--epochs", "15", "--hidden", "32"));
    args.addAll(List.of("--pairs", "2"));
    CsvRun.of(args.toArray()).succeeded();
    page = OpenPage.open(out.resolve("report.html"), profile);
    browser = page.browser();
  }

  @AfterAll
  static void close() throws IOException, InterruptedException {
    if (page != null) {
      page.close();
    }
  }

  @Test
  void showsAnotherPictureOfEachModelWhenTheSliderIsDraggedAndNoErrorInTheConsole()
      throws IOException, InterruptedException {
    List<String> before = browser.texts(PICTURES);
    assertThat(before).hasSize(2);
    browser.drag(SLIDER, 0.02, 0.98);
    List<String> after = browser.texts(PICTURES);
    assertThat(after).hasSize(2);
    assertThat(after.get(0)).isNotEqualTo(before.get(0));
    assertThat(after.get(1)).isNotEqualTo(before.get(1));
    assertThat(browser.run("return document.querySelector('output').textContent").getAsString())
        .isEqualTo("Point 21 of 21");
    page.requireNoErrorAndNoNetwork();
  }

  @Test
  void saysHowGoodTheJudgeIsAndHowLongItTook() throws IOException, InterruptedException {
    assertThat(
            browser.texts(
                "return [...document.querySelectorAll('tbody th')].map(e => e.textContent)"))
        .contains("test accuracy of the judge itself, %");
    assertThat(browser.texts("return [...document.querySelectorAll('dt')].map(e => e.textContent)"))
        .contains("engine", "backend", "seconds.training", "seconds.command")
        .contains("seconds of training, judge", "seconds of training, CI-VAE")
        .anyMatch(name -> name.startsWith("seconds of training, α 0.0004, β 8"))
        .anyMatch(name -> name.startsWith("seconds of training, 1 % of the labels"));
  }

  @Test
  void fitsAPhone() throws IOException, InterruptedException {
    page.requireToFit(320, 360, 1280);
    // As wide as before for the other tests, in whatever order they run.
    browser.resize(1280, 900);
  }
}
