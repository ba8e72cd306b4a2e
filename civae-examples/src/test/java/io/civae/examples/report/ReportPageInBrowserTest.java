package io.civae.examples.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Skipped where there is no Chromium with its driver: Debian's packages chromium and
 * chromium-driver.
 */
class ReportPageInBrowserTest {

  private static final String RIGHT = "\uE014";
  private static final String END = "\uE010";

  /** What a reader sees of the first walk. */
  private static final String SHOWN =
      "return [...document.querySelectorAll('.point')].filter(p => p.offsetParent !== null)"
          + ".map(p => p.querySelector('img').src + ' ' + p.textContent).join('|')";

  @TempDir Path folder;

  /** Chromium may still write to it when the test ends. */
  @TempDir(cleanup = CleanupMode.NEVER)
  Path profile;

  private OpenPage page;
  private Browser browser;

  @BeforeEach
  void open() throws IOException, InterruptedException {
    Path file = folder.resolve("report.html");
    SamplePage.page().writeTo(file);
    page = OpenPage.open(file, profile);
    browser = page.browser();
  }

  @AfterEach
  void close() throws IOException, InterruptedException {
    if (page != null) {
      page.close();
    }
  }

  @Test
  void opensWithoutAnErrorOrAnyUseOfTheNetwork() throws IOException, InterruptedException {
    assertThat(browser.run("return document.title").getAsString()).startsWith("A study");
    page.requireNoErrorAndNoNetwork();
  }

  @Test
  void refusesWhatIsNotItsOwn() throws IOException, InterruptedException {
    browser.run(
        "const i = document.createElement('img'); i.src = 'http://127.0.0.1:9/x.png';"
            + "document.body.append(i); const s = document.createElement('script');"
            + "s.textContent = 'window.foreign = 1'; document.body.append(s)");
    assertThat(browser.run("return window.foreign === undefined").getAsBoolean()).isTrue();
    assertThat(browser.log("browser").toString()).contains("Content Security Policy");
  }

  @Test
  void showsAnotherPointWhenTheSliderIsDragged() throws IOException, InterruptedException {
    String first = browser.run(SHOWN).getAsString();
    assertThat(first.split("\\|")).hasSize(2);
    assertThat(first).contains("3 (90.0 %)");
    String before = screenshotOfWalk();

    browser.drag("input[type=range]", 0.02, 0.5);
    String second = browser.run(SHOWN).getAsString();
    assertThat(second.split("\\|")).hasSize(2);
    assertThat(second).contains("3 (92.0 %)").doesNotContain("90.0");
    assertThat(screenshotOfWalk()).isNotEqualTo(before);
    assertThat(browser.run("return document.querySelector('output').textContent").getAsString())
        .isEqualTo("Point 3 of " + SamplePage.POINTS);
  }

  private String screenshotOfWalk() throws IOException, InterruptedException {
    browser.run("document.querySelector('.walk').scrollIntoView()");
    return browser.screenshot();
  }

  @Test
  void movesByKeyboardAndMarksWhereTheJudgeDisagrees() throws IOException, InterruptedException {
    browser.type("input[type=range]", RIGHT);
    assertThat(browser.run(SHOWN).getAsString()).contains("91.0");
    browser.type("input[type=range]", END);
    assertThat(browser.run(SHOWN).getAsString()).contains("9 (94.0 %)").contains("3 (94.0 %)");
    assertThat(
            browser.run("return document.querySelectorAll('.point.out.shown').length").getAsInt())
        .isEqualTo(1);
    assertThat(
            browser
                .run("return document.querySelector('input').getAttribute('aria-valuetext')")
                .getAsString())
        .isEqualTo("Point 5 of 5, VAE: 9 (94.0 %), CI-VAE: 3 (94.0 %)");
  }

  @Test
  void fitsAPhone() throws IOException, InterruptedException {
    page.requireToFit(320, 360, 1280);
    browser.resize(320, 900);
    assertThat(
            browser
                .run(
                    "const b = document.querySelector('.scroll'); return b.scrollWidth > b.clientWidth")
                .getAsBoolean())
        .as("the table scrolls in its box")
        .isTrue();
  }
}
