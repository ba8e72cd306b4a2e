package io.civae.internal.augment;

import io.civae.augment.RejectionReason;
import io.civae.augment.SyntheticAudit;
import io.civae.data.FeatureMatrix;
import io.civae.internal.model.Rows;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Synthetic observations of one or more classes, gathered class by class, row after row in one
 * array. Not thread-safe.
 */
final class Batch {

  private final float[] values;
  private final int columns;
  private final List<String> labels = new ArrayList<>();
  private final List<SyntheticAudit> audits = new ArrayList<>();
  private final Map<RejectionReason, Integer> rejected = new EnumMap<>(RejectionReason.class);

  private Batch(float[] values, int columns) {
    this.values = values;
    this.columns = columns;
  }

  /** An empty batch with room for so many. */
  Batch(int rows, int columns) {
    this(new float[rows * columns], columns);
  }

  /**
   * An empty batch that fills an array of the caller.
   *
   * @throws IllegalArgumentException if the array has another length
   */
  static Batch filling(float[] target, int rows, int columns) {
    Rows.checkLength("target", target, rows, columns);
    return new Batch(target, columns);
  }

  void add(String className, Candidate made) {
    made.copyTo(values, labels.size() * columns);
    labels.add(className);
  }

  void note(List<SyntheticAudit> known, Map<RejectionReason, Integer> thrownAway) {
    audits.addAll(known);
    thrownAway.forEach((reason, count) -> rejected.merge(reason, count, Integer::sum));
  }

  int size() {
    return labels.size();
  }

  /** All of them, of which there must be one at least. */
  FeatureMatrix observations() {
    return FeatureMatrix.ofRowMajor(values, labels.size(), columns);
  }

  List<String> labels() {
    return labels;
  }

  List<SyntheticAudit> audits() {
    return audits;
  }

  Map<RejectionReason, Integer> rejected() {
    return rejected;
  }
}
