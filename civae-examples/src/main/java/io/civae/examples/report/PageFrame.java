package io.civae.examples.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/**
 * What stands around the content of a page: its style, its script and the ban on everything else.
 */
final class PageFrame {

  private PageFrame() {}

  /** A whole page; the title is text, the rest HTML. */
  static String of(String title, String contents, String body) {
    String style = "\n" + read("page.css");
    String script = "\n" + read("page.js");
    String policy =
        "default-src 'none'; img-src data:; style-src %s; script-src %s; base-uri 'none'; form-action 'none'"
            .formatted(hash(style), hash(script));
    return String.join(
        "\n",
        "<!doctype html>",
        "<html lang=\"en\">",
        "<head>",
        "<meta charset=\"utf-8\">",
        "<meta http-equiv=\"Content-Security-Policy\" content=\"" + policy + "\">",
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
        "<meta name=\"referrer\" content=\"no-referrer\">",
        // Or a browser asks the server for one.
        "<link rel=\"icon\" href=\"data:,\">",
        Html.element("title", title),
        "<style>" + style + "</style>",
        "</head>",
        "<body>",
        "<header>",
        Html.element("h1", title),
        contents + "</header>",
        "<main>",
        body + "</main>",
        "<script>" + script + "</script>",
        "</body>",
        "</html>",
        "");
  }

  private static String read(String name) {
    try (InputStream in = PageFrame.class.getResourceAsStream(name)) {
      byte[] bytes = Objects.requireNonNull(in, name + " is missing").readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The one inline style or script that the policy lets in. */
  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
