package io.civae.examples.report;

import io.civae.examples.picture.Picture;

/** Walks as HTML: every point is there, and a script shows the one that the slider chooses. */
final class WalkHtml {

  private WalkHtml() {}

  /** The number makes the identifier of the slider unique on its page. */
  static String of(WalkSlider slider, int number) {
    String id = "walk-" + number;
    int last = slider.points() - 1;
    StringBuilder html = new StringBuilder("<div class=\"walk\">\n");
    html.append("<label for=\"%s\">".formatted(id))
        .append(Html.escape(slider.label()))
        .append("</label>\n")
        .append(
            "<input id=\"%s\" type=\"range\" min=\"0\" max=\"%d\" step=\"1\" value=\"0\" autocomplete=\"off\">\n"
                .formatted(id, last))
        .append("<output for=\"%s\"></output>\n<div class=\"tracks\">\n".formatted(id));
    for (WalkSlider.Track track : slider.tracks()) {
      html.append("<div class=\"track\">")
          .append(Html.element("h3", track.name()))
          .append("\n<ol>\n");
      int at = 0;
      for (WalkPoint point : track.points()) {
        String alternative = "%s, point %d of %d".formatted(track.name(), ++at, last + 1);
        html.append(point(point, alternative));
      }
      html.append("</ol>\n</div>\n");
    }
    return html.append("</div>\n</div>\n").toString();
  }

  private static String point(WalkPoint point, String alternative) {
    Picture picture = point.picture();
    return "<li class=\"point%s\">%s%s</li>\n"
        .formatted(
            point.inClass() ? "" : " out",
            Html.image("png", picture.png(), picture.width(), picture.height(), alternative),
            Html.element("p", point.verdict()));
  }
}
