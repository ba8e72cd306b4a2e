package io.civae.examples.study;

import io.civae.evaluation.ClassPair;
import io.civae.examples.figure.WalkFrames;
import io.civae.examples.figure.WalkGrid;
import io.civae.examples.figure.WalkRow;
import io.civae.examples.picture.AnimatedGif;
import io.civae.examples.picture.Picture;
import io.civae.examples.report.WalkPoint;
import io.civae.examples.report.WalkSlider;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Figure 6, the animations and the sliders: walks of both models between the same images. */
final class WalkFigures {

  private static final List<String> POINT_NAMES = List.of("A", "T1", "T2", "T3", "B");
  private static final List<String> PAPER_CLASSES = List.of("3", "5", "8");

  /** Of an animation or a slider. */
  private static final int FRAMES = 21;

  private final ModelPair pair;

  WalkFigures(ModelPair pair) {
    this.pair = pair;
  }

  /** The paper's three classes, each with its first pair, and the VAE's worst walk. */
  Picture grid(WorstWalk worst) {
    WalkGrid grid =
        new WalkGrid(
            "Walks within a class",
            List.of(
                "outside: two real test images; A to B: the decoded straight walk between their latents",
                "classes of the paper, each with the first pair drawn; framed: the judge sees another",
                String.format(
                    Locale.ROOT,
                    "last: where the VAE fails worst by the judge (%.0f %% in class; %d of %d walks so)",
                    100 * worst.share(),
                    worst.equals(),
                    pair.evaluation().pairs().pairs().size())),
            POINT_NAMES);
    for (String name : pair.evaluation().data().test().classNames()) {
      if (PAPER_CLASSES.contains(name)) {
        add(grid, pair.firstPair(name), "");
      }
    }
    add(grid, worst.pair(), "fails worst");
    return grid.picture();
  }

  private void add(WalkGrid grid, ClassPair ends, String note) {
    List<WalkRow> rows = new ArrayList<>();
    for (StudyModel model : pair.models()) {
      List<float[]> points = pair.walk(model, ends, POINT_NAMES.size());
      rows.add(
          WalkRow.of(model.spec().row().label(), points, pair.verdicts(points))
              .withNote(model == pair.vae() ? note : ""));
    }
    grid.addClass(ends.className(), pair.from(ends), pair.to(ends), rows);
  }

  /** The CI-VAE's walk of the first pair of a class. */
  AnimatedGif animation(String className) {
    List<float[]> points = pair.walk(pair.ciVae(), pair.firstPair(className), FRAMES);
    return WalkFrames.animation(points.toArray(new float[0][]));
  }

  /** Both models' walks of a pair. */
  WalkSlider slider(ClassPair ends, String label) {
    WalkSlider slider = WalkSlider.labelled(label);
    for (StudyModel model : pair.models()) {
      List<float[]> points = pair.walk(model, ends, FRAMES);
      List<Picture> pictures = WalkFrames.pictures(points.toArray(new float[0][]), 1);
      List<String> verdicts = pair.verdicts(points);
      List<WalkPoint> seen = new ArrayList<>();
      for (int i = 0; i < FRAMES; i++) {
        String verdict = verdicts.get(i);
        seen.add(
            new WalkPoint(pictures.get(i), "judge: " + verdict, verdict.equals(ends.className())));
      }
      slider.walk(model.spec().row().label(), seen);
    }
    return slider;
  }
}
