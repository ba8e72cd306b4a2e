package io.civae.examples.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.civae.examples.report.Browser;
import io.civae.examples.report.OpenPage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page that a study of single cells writes, as a reader sees it. Skipped where there is no
 * Chromium with its driver.
 */
class SingleCellReportInBrowserTest {

  private static final String RIGHT = "\uE014";

  @TempDir static Path folder;

  /** Chromium may still write to it when the test ends. */
  @TempDir(cleanup = CleanupMode.NEVER)
  static Path profile;

  private static OpenPage page;
  private static Browser browser;

  @BeforeAll
  static void open() throws IOException, InterruptedException {
    Browser.requireInstalled();
    Path out = folder.resolve("study");
    SmallCellStudy.write(folder).walking(out).succeeded();
    page = OpenPage.open(out.resolve("report.html"), profile);
    browser = page.browser();
  }

  @AfterAll
  static void close() throws IOException, InterruptedException {
    if (page != null) {
      page.close();
    }
  }

  private static List<String> texts(String selector) throws IOException, InterruptedException {
    return browser.texts(
        "return [...document.querySelectorAll('%s')].map(e => e.textContent)".formatted(selector));
  }

  @Test
  void opensWithoutAnErrorOrAnyUseOfTheNetwork() throws IOException, InterruptedException {
    assertThat(browser.run("return document.title").getAsString())
        .isEqualTo("Single cells: from NORMAL to TUMOUR, gene by gene");
    page.requireNoErrorAndNoNetwork();
  }

  @Test
  void showsTheTablesAndFiguresOfEachWalk() throws IOException, InterruptedException {
    assertThat(texts("h2"))
        .containsSubsequence(
            "Cell types",
            "type0: NORMAL to TUMOUR",
            "type1 > type2: NORMAL to TUMOUR",
            "Maps",
            "Settings");
    assertThat(texts("p.caption"))
        .anyMatch(caption -> caption.startsWith("Test cells put in their type"))
        .filteredOn(caption -> caption.startsWith("The largest changes"))
        .hasSize(2);
    assertThat(texts("tbody th")).contains("CI-VAE", "VAE", "rising0", "falling1");
    // Trends and heat map of two walks, maps by type and by state; each says what it shows.
    assertThat(texts("figcaption")).hasSize(6);
    assertThat(browser.run("return [...document.images].every(i => i.alt)").getAsBoolean())
        .isTrue();
  }

  @Test
  void fitsAPhone() throws IOException, InterruptedException {
    page.requireToFit(320, 360, 1280);
  }

  @Test
  void scrollsWideTablesAndPicturesInTheirBoxesByKeyboard()
      throws IOException, InterruptedException {
    browser.resize(360, 900);
    assertThat(
            browser
                .run(
                    "return [...document.querySelectorAll('table, figure img')].every(e => {"
                        + "const r = e.getBoundingClientRect(), b = e.closest('.scroll');"
                        + "return b ? b.getBoundingClientRect().right <= innerWidth"
                        + " : r.right <= innerWidth })")
                .getAsBoolean())
        .as("nothing stands out of the window but within a box that scrolls")
        .isTrue();
    browser.run("document.querySelectorAll('.scroll').forEach((b, i) => b.id = 'box' + i)");
    String wide =
        browser
            .run(
                "return [...document.querySelectorAll('.scroll')]"
                    + ".find(b => b.scrollWidth > b.clientWidth + 100).id")
            .getAsString();
    String place = "return document.getElementById('%s').scrollLeft".formatted(wide);
    assertThat(browser.run(place).getAsDouble()).isZero();
    browser.type("#" + wide, RIGHT.repeat(5));
    assertThat(browser.waitFor(place + " > 0")).isTrue();
  }

  @Test
  void goesToASectionByItsLink() throws IOException, InterruptedException {
    browser.resize(360, 900);
    browser.run("scrollTo(0, 0)");
    browser.click("nav a[href=\"#section-4\"]");
    assertThat(
            browser.waitFor(
                "return Math.abs(document.getElementById('section-4').getBoundingClientRect().top)"
                    + " < 100"))
        .isTrue();
  }
}
