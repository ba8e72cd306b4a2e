package io.civae.examples.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  private Browser browser;

  @BeforeEach
  void open() throws IOException, InterruptedException {
    Optional<Path> driver = Browser.driver();
    assumeTrue(driver.isPresent(), "no chromium with chromedriver on the PATH");
    Path file = folder.resolve("report.html");
    SamplePage.page().writeTo(file);
    browser = Browser.start(driver.get(), profile);
    browser.open(file.toUri());
  }

  @AfterEach
  void close() throws IOException, InterruptedException {
    if (browser != null) {
      browser.close();
    }
  }

  private List<String> requests() throws IOException, InterruptedException {
    List<String> urls = new ArrayList<>();
    for (JsonElement entry : browser.log("performance")) {
      String text = entry.getAsJsonObject().get("message").getAsString();
      JsonObject message =
          JsonParser.parseString(text).getAsJsonObject().getAsJsonObject("message");
      if (message.get("method").getAsString().equals("Network.requestWillBeSent")) {
        JsonObject request = message.getAsJsonObject("params").getAsJsonObject("request");
        urls.add(request.get("url").getAsString());
      }
    }
    return urls;
  }

  @Test
  void opensWithoutAnErrorOrAnyUseOfTheNetwork() throws IOException, InterruptedException {
    assertThat(browser.run("return document.title").getAsString()).startsWith("A study");
    assertThat(browser.log("browser")).isEmpty();
    assertThat(requests())
        .anyMatch(url -> url.endsWith("/report.html"))
        .noneMatch(url -> url.startsWith("http") || url.startsWith("ws") || url.startsWith("ftp"));
    assertThat(
            browser
                .run("return [...document.images].every(i => i.complete && i.naturalWidth > 0)")
                .getAsBoolean())
        .isTrue();
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
  void showsAnotherPointWhenTheSliderMoves() throws IOException, InterruptedException {
    String first = browser.run(SHOWN).getAsString();
    assertThat(first.split("\\|")).hasSize(2);
    assertThat(first).contains("3 (90.0 %)");
    String before = screenshotOfWalk();

    browser.run(
        "const s = document.querySelector('input[type=range]'); s.value = 2;"
            + "s.dispatchEvent(new Event('input', {bubbles: true}))");
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
    for (int width : new int[] {320, 360, 1280}) {
      browser.resize(width, 900);
      assertThat(browser.run("return document.documentElement.scrollWidth").getAsInt())
          .as("at %d pixels", width)
          .isLessThanOrEqualTo(width);
    }
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
