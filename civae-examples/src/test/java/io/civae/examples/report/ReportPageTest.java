package io.civae.examples.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.civae.examples.picture.Canvas;
import io.civae.examples.picture.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportPageTest {

  private static final String HOSTILE = "</p><script>alert('x')</script>\" onload=\"&";
  private static final Picture DOT = new Canvas(1, 1).picture();

  @TempDir Path folder;

  @Test
  void escapesEveryTextItIsGiven() {
    List<WalkPoint> points =
        List.of(new WalkPoint(DOT, HOSTILE, true), new WalkPoint(DOT, HOSTILE, false));
    String html =
        ReportPage.titled(HOSTILE)
            .prose(HOSTILE)
            .section(HOSTILE)
            .section(HOSTILE)
            .table(
                ReportTable.captioned(HOSTILE, HOSTILE, HOSTILE)
                    .row(HOSTILE, List.of(new TableCell(HOSTILE, HOSTILE, true)))
                    .row(HOSTILE, List.of(TableCell.text(HOSTILE))))
            .figure(DOT, HOSTILE, HOSTILE)
            .figure(new Canvas(900, 1).picture(), HOSTILE, HOSTILE)
            .walks(WalkSlider.labelled(HOSTILE).walk(HOSTILE, points))
            .settings(Map.of(HOSTILE, HOSTILE))
            .html();
    assertThat(html).doesNotContain("<script>alert").doesNotContain("\" onload=");
    assertThat(html.split("&lt;script&gt;alert\\(&#39;x&#39;\\)", -1)).hasSizeGreaterThan(20);
    assertThat(html.split("<script", -1)).as("its own script only").hasSize(2);
  }

  @Test
  void replacesCharactersThatHtmlCannotHold() {
    assertThat(Html.escape("a\u0000b\u001Bc\uD800d\te")).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\te");
    assertThat(Html.escape("α 😀")).isEqualTo("α 😀");
  }

  @Test
  void refersToNothingOutsideOfItself() {
    String html = SamplePage.page().html();
    assertThat(html).doesNotContain("http:").doesNotContain("https:").doesNotContain("url(");
    assertThat(html).doesNotContain("@import").contains("default-src 'none'");
    assertThat(html).containsPattern("<img src=\"data:image/png;base64,[A-Za-z0-9+/=]+\"");
  }

  @Test
  void keepsTheOrderOfTheCallsAndListsTheSections() throws IOException {
    Path file = folder.resolve("report.html");
    SamplePage.page().writeTo(file);
    assertThat(Files.readString(file))
        .containsSubsequence(
            "<a href=\"#section-1\">Results</a>",
            "<a href=\"#section-2\">Walks</a>",
            "<p>What it found.</p>",
            "<h2 id=\"section-1\">",
            "<strong>98.7</strong> <small>± 0.3</small>",
            "97.5 <small>[97.0, 98.0]</small>",
            "alt=\"a blue bar\"",
            "<figcaption>A wide figure.</figcaption>",
            "<h2 id=\"section-2\">",
            "<label for=\"walk-1\">",
            "<input id=\"walk-1\" type=\"range\" min=\"0\" max=\"4\"",
            "data:image/gif;base64,",
            "<dt>seed</dt><dd>7</dd>");
  }

  @Test
  void rejectsWhatDoesNotFit() {
    assertThatThrownBy(() -> ReportTable.captioned("c", "metric"))
        .hasMessageContaining("columns (1) must be at least 2");
    ReportTable table = ReportTable.captioned("c", "metric", "a", "b");
    assertThatThrownBy(() -> table.row("sse", List.of(TableCell.missing())))
        .hasMessageContaining("row sse has 1 cells for 2 columns");
    assertThatThrownBy(() -> ReportPage.titled("t").walks(WalkSlider.labelled("w")))
        .hasMessageContaining("slider (w) must have a walk");
    WalkPoint point = new WalkPoint(DOT, "", true);
    assertThatThrownBy(() -> WalkSlider.labelled("w").walk("VAE", List.of(point)))
        .hasMessageContaining("points (1) must be at least 2");
    WalkSlider two = WalkSlider.labelled("w").walk("VAE", List.of(point, point));
    assertThatThrownBy(() -> two.walk("CI-VAE", List.of(point, point, point)))
        .hasMessageContaining("walk CI-VAE has 3 points, others have 2");
    assertThatThrownBy(() -> TableCell.mean(1, -0.1, 2)).hasMessageContaining("plusMinus (-0.1)");
    assertThatThrownBy(() -> TableCell.interval(1, 2, 1, 2)).hasMessageContaining("low (2.0)");
    assertThatThrownBy(() -> TableCell.mean(1, 1, 10)).hasMessageContaining("decimals (10)");
  }

  @Test
  void showsNoIntervalOfASingleRun() {
    assertThat(TableCell.mean(2.5, Double.NaN, 1)).isEqualTo(TableCell.text("2.5"));
    assertThat(TableCell.mean(Double.NaN, Double.NaN, 1)).isEqualTo(TableCell.missing());
  }
}
