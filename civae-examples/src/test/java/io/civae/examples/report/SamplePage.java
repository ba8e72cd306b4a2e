package io.civae.examples.report;

import io.civae.examples.figure.WalkFrames;
import io.civae.examples.picture.Canvas;
import io.civae.examples.picture.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A small page with one of everything. */
final class SamplePage {

  static final int POINTS = 5;

  private SamplePage() {}

  static ReportPage page() {
    Canvas wide = new Canvas(900, 300);
    wide.fill(100, 100, 500, 50, 0x0072B2);
    return ReportPage.titled("A study of a thing with a rather long name")
        .prose("What it found.")
        .section("Results")
        .table(
            ReportTable.captioned(
                    "Scores of every model, with a caption too long for a phone",
                    "metric",
                    "one model",
                    "another model",
                    "a third model",
                    "a fourth model")
                .row(
                    "accuracy, %",
                    List.of(
                        TableCell.mean(98.7, 0.25, 1).asBest(),
                        TableCell.interval(97.5, 97, 98, 1),
                        TableCell.missing(),
                        TableCell.text("not reported"))))
        .figure(wide.picture(), "A wide figure.", "a blue bar")
        .section("Walks")
        .walks(
            WalkSlider.labelled("Walk between two things")
                .walk("VAE", walk(3))
                .walk("CI-VAE", walk(0)))
        .animation(WalkFrames.animation(new float[][] {{0, 1, 0, 1}, {1, 0, 1, 0}}), "Moves.", "")
        .settings(Map.of("seed", "7"));
  }

  /** A bar that grows; from the given point on, the judge disagrees. */
  private static List<WalkPoint> walk(int outFrom) {
    List<WalkPoint> points = new ArrayList<>();
    for (int i = 0; i < POINTS; i++) {
      Canvas canvas = new Canvas(28, 28);
      canvas.fill(0, 10, 5 * (i + 1), 8, 0);
      Picture picture = canvas.picture();
      boolean in = outFrom == 0 || i < outFrom;
      points.add(new WalkPoint(picture, (in ? "3" : "9") + " (9" + i + ".0 %)", in));
    }
    return points;
  }
}
