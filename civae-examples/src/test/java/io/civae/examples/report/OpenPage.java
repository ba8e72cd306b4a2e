package io.civae.examples.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A page of a report in Chromium, with what is asked of every such page. */
public final class OpenPage {

  private static final int HEIGHT = 900;

  private final Browser browser;
  private final String file;

  private OpenPage(Browser browser, String file) {
    this.browser = browser;
    this.file = file;
  }

  /** Opens a file; the test is skipped where there is no Chromium with its driver. */
  public static OpenPage open(Path file, Path profile) throws IOException, InterruptedException {
    Browser.requireInstalled();
    Browser browser = Browser.start(Browser.driver().orElseThrow(), profile);
    OpenPage page = new OpenPage(browser, "/" + file.getFileName());
    try {
      browser.open(file.toUri());
    } catch (IOException | RuntimeException e) {
      page.close();
      throw e;
    }
    return page;
  }

  /** To look at the page and to act in it. */
  public Browser browser() {
    return browser;
  }

  /** No message in the console, nothing asked of any network, every picture there. */
  public void requireNoErrorAndNoNetwork() throws IOException, InterruptedException {
    assertThat(browser.log("browser")).isEmpty();
    assertThat(requests())
        .anyMatch(url -> url.endsWith(file))
        .noneMatch(url -> url.startsWith("http") || url.startsWith("ws") || url.startsWith("ftp"));
    assertThat(
            browser
                .run("return [...document.images].every(i => i.complete && i.naturalWidth > 0)")
                .getAsBoolean())
        .as("every picture is there")
        .isTrue();
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

  /** The page itself never scrolls sideways in a window that wide. */
  public void requireToFit(int... widths) throws IOException, InterruptedException {
    for (int width : widths) {
      browser.resize(width, HEIGHT);
      assertThat(browser.run("return document.documentElement.scrollWidth").getAsInt())
          .as("at %d pixels", width)
          .isLessThanOrEqualTo(width);
    }
  }

  /** Ends the browser. */
  public void close() throws IOException, InterruptedException {
    browser.close();
  }
}
