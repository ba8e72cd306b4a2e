package io.civae.examples.singlecell.study;

import io.civae.data.DatasetSplit;
import io.civae.data.FeatureMatrix;
import io.civae.data.LabeledDataset;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The rows for training, validation and test: 70, 10 and 20 % of each type in each state. */
final class CellParts {

  private final int[] training;
  private final int[] validation;
  private final int[] test;

  private CellParts(int[] training, int[] validation, int[] test) {
    this.training = training;
    this.validation = validation;
    this.test = test;
  }

  /** Splits the cells that models see. */
  static CellParts of(CellRoles roles, long seed) {
    int[] rows = roles.modelled();
    String[] strata =
        IntStream.of(rows)
            .mapToObj(row -> roles.type(row) + "\n" + roles.state(row))
            .toArray(String[]::new);
    DatasetSplit split =
        LabeledDataset.of(new RowNumbers(rows.length), strata).split(0.7, 0.1, 0.2, seed);
    return new CellParts(
        rows(split.training(), rows), rows(split.validation(), rows), rows(split.test(), rows));
  }

  private static int[] rows(LabeledDataset part, int[] rows) {
    return IntStream.range(0, part.size())
        .map(i -> rows[RowNumbers.number(part.observation(i))])
        .sorted()
        .toArray();
  }

  int[] training() {
    return training.clone();
  }

  int[] validation() {
    return validation.clone();
  }

  int[] test() {
    return test.clone();
  }

  /** Training and validation together: what walks are made of. */
  int[] seen() {
    int[] seen = Arrays.copyOf(training, training.length + validation.length);
    System.arraycopy(validation, 0, seen, training.length, validation.length);
    Arrays.sort(seen);
    return seen;
  }

  /** Every row holds its own number, in two halves that floats hold exactly. */
  private record RowNumbers(int rows) implements FeatureMatrix {

    private static final int HALF = 1 << 16;

    @Override
    public int columns() {
      return 2;
    }

    @Override
    public void copyRow(int row, float[] target, int offset) {
      int half = row / HALF;
      target[offset] = half;
      target[offset + 1] = row % HALF;
    }

    static int number(float[] row) {
      return ((int) row[0]) * HALF + (int) row[1];
    }
  }
}
