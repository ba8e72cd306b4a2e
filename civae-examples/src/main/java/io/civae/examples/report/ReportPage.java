package io.civae.examples.report;

import io.civae.examples.picture.AnimatedGif;
import io.civae.examples.picture.Picture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * One self-contained web page: sections with prose, tables, figures, settings and walks to drag
 * along. It needs no network and forbids itself any; pictures are inside of it. Readable on a
 * phone, in a dark or light scheme, and by keyboard. Every text given is escaped: none of it is
 * taken as HTML. What is added appears in the order of the calls. Not thread-safe.
 */
public final class ReportPage {

  /** Wider pictures keep this width in pixels on a phone, where they scroll. */
  private static final int WIDE = 640;

  private final String title;
  private final StringBuilder contents = new StringBuilder();
  private final StringBuilder body = new StringBuilder();
  private int sections;
  private int tables;
  private int sliders;

  private ReportPage(String title) {
    this.title = title;
  }

  /**
   * A page without content yet.
   *
   * @param title its heading and the name of its window
   * @return the page
   */
  public static ReportPage titled(String title) {
    return new ReportPage(title);
  }

  /**
   * Begins a section; it is listed at the top of the page.
   *
   * @param heading its heading
   * @return this page
   */
  public ReportPage section(String heading) {
    String id = "section-" + ++sections;
    body.append("<h2 id=\"%s\">".formatted(id)).append(Html.escape(heading)).append("</h2>\n");
    contents
        .append("<li><a href=\"#%s\">".formatted(id))
        .append(Html.escape(heading))
        .append("</a></li>\n");
    return this;
  }

  /**
   * Adds a paragraph.
   *
   * @param text plain text
   * @return this page
   */
  public ReportPage prose(String text) {
    body.append(Html.element("p", text)).append('\n');
    return this;
  }

  /**
   * Adds a table.
   *
   * @param table as it is now
   * @return this page
   */
  public ReportPage table(ReportTable table) {
    body.append(TableHtml.of(table, ++tables));
    return this;
  }

  /**
   * Adds a picture.
   *
   * @param picture the picture
   * @param caption the line under it
   * @param alternative what a reader who does not see it should know
   * @return this page
   */
  public ReportPage figure(Picture picture, String caption, String alternative) {
    String image = Html.image("png", picture.png(), picture.width(), picture.height(), alternative);
    body.append(figure(image, picture.width(), caption));
    return this;
  }

  /**
   * Adds an animation, closed until the reader opens it: nothing moves unasked.
   *
   * @param animation the animation
   * @param caption the line under it
   * @param alternative what a reader who does not see it should know
   * @return this page
   */
  public ReportPage animation(AnimatedGif animation, String caption, String alternative) {
    String image =
        Html.image("gif", animation.gif(), animation.width(), animation.height(), alternative);
    body.append("<details>")
        .append(Html.element("summary", "Play: " + caption))
        .append(figure(image, animation.width(), caption))
        .append("</details>\n");
    return this;
  }

  /**
   * Adds walks to drag along.
   *
   * @param slider with at least one walk
   * @return this page
   * @throws IllegalArgumentException if it has none
   */
  public ReportPage walks(WalkSlider slider) {
    if (slider.tracks().isEmpty()) {
      throw new IllegalArgumentException("slider (" + slider.label() + ") must have a walk");
    }
    body.append(WalkHtml.of(slider, ++sliders));
    return this;
  }

  /**
   * Adds a list of names and what they stand for: settings, seeds, versions, times.
   *
   * @param entries in the order of the map
   * @return this page
   */
  public ReportPage settings(Map<String, String> entries) {
    body.append("<dl>\n");
    entries.forEach(
        (name, value) ->
            body.append("<div>")
                .append(Html.element("dt", name))
                .append(Html.element("dd", value))
                .append("</div>\n"));
    body.append("</dl>\n");
    return this;
  }

  /**
   * The page as HTML.
   *
   * @return the text of the file
   */
  public String html() {
    String links =
        sections < 2 ? "" : "<nav aria-label=\"Sections\"><ul>\n" + contents + "</ul></nav>\n";
    return PageFrame.of(title, links, body.toString());
  }

  /**
   * Writes the page, over an existing one of that name.
   *
   * @param file where to
   * @throws IOException if it cannot be written
   */
  public void writeTo(Path file) throws IOException {
    Files.writeString(file, html(), StandardCharsets.UTF_8);
  }

  /**
   * The image keeps its size where there is room, and scrolls sideways rather than be too small.
   */
  private static String figure(String image, int width, String caption) {
    String box =
        width > WIDE
            ? "<div class=\"scroll picture wide\" role=\"region\" tabindex=\"0\" aria-label=\"%s\">"
                .formatted(Html.escape(caption))
            : "<div class=\"picture\">";
    return "<figure>"
        + box
        + image
        + "</div>"
        + Html.element("figcaption", caption)
        + "</figure>\n";
  }
}
