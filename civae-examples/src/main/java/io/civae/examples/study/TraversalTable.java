package io.civae.examples.study;

import io.civae.CiVaeModel;
import io.civae.Traversal;
import io.civae.data.LabeledDataset;
import io.civae.evaluation.ClassWalk;
import io.civae.evaluation.HoleScore;
import io.civae.walk.Spacing;
import io.civae.walk.Walks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Every way between two latents of one model, on the same pairs and by the same judge, with the
 * time it takes.
 */
final class TraversalTable {

  private static final List<Metric> METRICS =
      List.of(
          Metric.IN_CLASS,
          Metric.IN_CLASS_LOW,
          Metric.IN_CLASS_HIGH,
          Metric.WHOLE_WALKS,
          Metric.WORST_CLASS,
          Metric.FRECHET,
          Metric.RELATIVE_LENGTH,
          Metric.SMOOTHNESS,
          Metric.HOLE);

  private static final double NANOS_PER_MILLI = 1e6;

  private final CiVaeModel model;
  private final Evaluation evaluation;
  private final StudyProgress progress;
  private final HoleScore holes;
  private final List<String> head = new ArrayList<>(List.of("traversal"));
  private final List<List<String>> lines = new ArrayList<>();

  TraversalTable(CiVaeModel model, Evaluation evaluation, StudyProgress progress) {
    this.model = model;
    this.evaluation = evaluation;
    this.progress = progress;
    holes = HoleScore.against(model, evaluation.data().training());
    METRICS.forEach(metric -> head.add(metric.label()));
    head.add("ms a walk");
    head.add("ms a class, once");
    head.add(StudyJudge.LABEL);
  }

  /** Measures every traversal; the geodesic takes most of the time. */
  TraversalTable measured() {
    LabeledDataset training = evaluation.data().training();
    Walks walks = model.walks(training);
    add("linear", name -> Traversal.linear());
    add("spherical", name -> Traversal.spherical());
    add("normalised", name -> Traversal.normalised());
    add("polyline through the class mean", name -> through(walks, walks.classMean(name)));
    add("hole-aware", walks::holeAware);
    add("geodesic", name -> walks.geodesic());
    add(References.BLENDING, References.blending(evaluation), "-", "-");
    add(References.REAL, References.real(evaluation), "-", "-");
    return this;
  }

  private static Traversal through(Walks walks, float[] stop) {
    return (from, to, points) ->
        walks.walk(Traversal.linear(), Spacing.points(points), from, stop, to).latents();
  }

  private void add(String label, Function<String, Traversal> ofClass) {
    List<ClassWalk> all = new ArrayList<>();
    double once = 0;
    double time = 0;
    List<String> names = evaluation.data().test().classNames();
    for (String name : names) {
      long start = System.nanoTime();
      Traversal traversal = ofClass.apply(name);
      long ready = System.nanoTime();
      all.addAll(evaluation.pairs().ofClass(name).by(model, traversal, Evaluation.POINTS));
      time += System.nanoTime() - ready;
      once += ready - start;
    }
    Measurement judged = WalkMetrics.of(all, evaluation.data().test(), evaluation.judge().judge());
    Map<Metric, Double> values = new EnumMap<>(judged.values());
    values.put(Metric.HOLE, Arrays.stream(holes.lowest(all)).average().orElseThrow());
    add(
        label,
        new Measurement(values, judged.worstClass()),
        millis(time / all.size()),
        millis(once / names.size()));
    progress.say("measured the walks of kind " + label);
  }

  private static String millis(double nanos) {
    return String.format(Locale.ROOT, "%.2f", nanos / NANOS_PER_MILLI);
  }

  private void add(String label, Measurement measured, String each, String once) {
    List<String> line = new ArrayList<>(List.of(label));
    METRICS.forEach(metric -> line.add(metric.text(measured.get(metric).orElse(Double.NaN))));
    line.add(each);
    line.add(once);
    line.add(evaluation.judge().percent());
    lines.add(line);
  }

  String markdown() {
    return TableText.markdown(head, lines);
  }

  String csv() {
    return TableText.csv(head, lines);
  }
}
