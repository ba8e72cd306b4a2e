package io.civae.examples.study;

import io.civae.CiVaeModel;
import io.civae.data.LabeledDataset;
import io.civae.evaluation.LinearSeparability;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What unlabelled images are worth: training with a share of the labels and all images, against
 * training on the labelled images alone. These are repeated until they are as many as all images,
 * so that both trainings take the same steps.
 */
final class SemiSupervised {

  /** What the table shows. */
  static final List<Metric> METRICS =
      List.of(Metric.DISCRIMINATOR, Metric.HELD_OUT, Metric.HELD_OUT_FEW_LABELS);

  private static final double[] SHARES = {0.001, 0.01, 0.1, 1};
  private static final double[] QUICK_SHARES = {0.01, 0.1};

  private final StudySettings settings;
  private final StudyData data;

  SemiSupervised(StudySettings settings, StudyData data) {
    this.settings = settings;
    this.data = data;
  }

  /**
   * One line of the table.
   *
   * @param label for tables
   * @param runs its trainings, one for each seed
   * @param labelled the images whose labels they see
   */
  record Line(String label, List<RunSpec> runs, LabeledDataset labelled) {}

  /** Every line; with all labels there is nothing unlabelled, hence one line. */
  List<Line> plan() {
    List<Line> lines = new ArrayList<>();
    for (double share : settings.quick() ? QUICK_SHARES : SHARES) {
      int[] chosen = chosen(share);
      LabeledDataset labelled = data.training().select(chosen);
      String percent = text(100 * share) + " % of the labels";
      if (share == 1) {
        lines.add(line(percent, "all", data.training(), labelled));
      } else {
        lines.add(
            line(percent + ", the rest unlabelled", share + "-all", hidden(chosen), labelled));
        lines.add(
            line(percent + ", these images alone", share + "-alone", repeated(chosen), labelled));
      }
    }
    return lines;
  }

  private Line line(String label, String name, LabeledDataset training, LabeledDataset labelled) {
    List<RunSpec> runs = new ArrayList<>();
    for (int seed = 1; seed <= settings.seeds(); seed++) {
      if (training == data.training()) {
        runs.add(settings.spec(StudyRow.CI_VAE, seed, data));
      } else {
        runs.add(
            new RunSpec(
                "semi-" + name + "-seed" + seed,
                StudyRow.CI_VAE,
                settings.builder().get().seed(seed).config(),
                settings.transform(),
                training,
                data.validation(),
                data.description() + ", " + label));
      }
    }
    return new Line(label, runs, labelled);
  }

  /** The same share of each class, at least one image. */
  private int[] chosen(double share) {
    LabeledDataset training = data.training();
    return training.classNames().stream()
        .flatMapToInt(
            name -> {
              int[] members = training.indicesOf(name);
              int count = Math.max(1, (int) Math.round(share * members.length));
              return Arrays.stream(StudyData.drawn(members, count, settings.seed()));
            })
        .sorted()
        .toArray();
  }

  /** All images, the labels of all but the chosen ones hidden; the digits are their classes. */
  private LabeledDataset hidden(int[] chosen) {
    LabeledDataset training = data.training();
    int[] labels = new int[training.size()];
    Arrays.fill(labels, LabeledDataset.UNLABELED);
    for (int i : chosen) {
      labels[i] = Integer.parseInt(training.classNames().get(training.classIndex(i)));
    }
    return LabeledDataset.of(training.features(), labels).withClassNames(training.classNames());
  }

  private LabeledDataset repeated(int[] chosen) {
    int[] rows = new int[data.training().size()];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = chosen[i % chosen.length];
    }
    return data.training().select(rows);
  }

  /** The model's own discriminator, and linear separability with all labels and with its own. */
  static Measurement measure(CiVaeModel model, Line line, StudyData data) {
    Map<Metric, Double> values = new EnumMap<>(Metric.class);
    values.put(Metric.DISCRIMINATOR, Evaluation.discriminatorAccuracy(model, data.test()));
    values.put(
        Metric.HELD_OUT, LinearSeparability.of(model, data.training(), data.test()).heldOut());
    values.put(
        Metric.HELD_OUT_FEW_LABELS,
        LinearSeparability.of(model, line.labelled(), data.test()).heldOut());
    return new Measurement(values, "");
  }

  private static String text(double percent) {
    return percent == Math.rint(percent) ? Long.toString((long) percent) : Double.toString(percent);
  }
}
