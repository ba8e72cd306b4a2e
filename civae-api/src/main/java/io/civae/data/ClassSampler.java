package io.civae.data;

import io.civae.spi.SeededRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Draws each class as often as it is to be seen; see {@link RowSampler#byClass}. */
final class ClassSampler implements RowSampler {

  /** Those of each class, ascending; those without a label last. */
  private final int[][] members;

  private final int[] draws;

  private final int rows;

  ClassSampler(LabeledDataset data, double[] proportions) {
    rows = data.size();
    members = members(data);
    int unlabelled = members[members.length - 1].length;
    draws = Arrays.copyOf(draws(data, proportions, rows - unlabelled), members.length);
    draws[draws.length - 1] = unlabelled;
  }

  private static int[][] members(LabeledDataset data) {
    int classes = data.classNames().size();
    int[] sizes = new int[classes + 1];
    for (int row = 0; row < data.size(); row++) {
      sizes[group(data, row)]++;
    }
    int[][] members = new int[classes + 1][];
    Arrays.setAll(members, group -> new int[sizes[group]]);
    Arrays.fill(sizes, 0);
    for (int row = 0; row < data.size(); row++) {
      int group = group(data, row);
      members[group][sizes[group]++] = row;
    }
    return members;
  }

  private static int group(LabeledDataset data, int row) {
    int index = data.classIndex(row);
    return index == LabeledDataset.UNLABELED ? data.classNames().size() : index;
  }

  private int[] draws(LabeledDataset data, double[] proportions, int labelled) {
    double sum = 0;
    for (int c = 0; c < proportions.length; c++) {
      boolean fits = members[c].length == 0 ? proportions[c] == 0 : proportions[c] > 0;
      if (!fits || !(proportions[c] < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            name(data, proportions, c) + " must be above 0 if the class has rows, else 0");
      }
      sum += proportions[c];
    }
    double whole = sum;
    int[] counts =
        Shares.largestRemainder(labelled, Arrays.stream(proportions).map(p -> p / whole).toArray());
    for (int c = 0; c < counts.length; c++) {
      if (proportions[c] > 0 && counts[c] == 0) {
        throw new IllegalArgumentException(
            name(data, proportions, c)
                + " must be large enough for one draw among "
                + labelled
                + " labelled rows, of a sum of "
                + sum);
      }
    }
    return counts;
  }

  private static String name(LabeledDataset data, double[] proportions, int index) {
    return "proportion ("
        + proportions[index]
        + ") of class \""
        + data.classNames().get(index)
        + "\"";
  }

  @Override
  public int[] draw(int blockRows, SeededRandom random) {
    int[] first = new int[rows];
    int filled = 0;
    List<int[]> sequences = new ArrayList<>();
    for (int group = 0; group < draws.length; group++) {
      int size = members[group].length;
      int[] some = draws[group] < size ? chosen(group, draws[group], random) : members[group];
      System.arraycopy(some, 0, first, filled, some.length);
      filled += some.length;
      if (draws[group] > size) {
        sequences.add(ordered(further(group, random), blockRows, random));
      }
    }
    first = Arrays.copyOf(first, filled);
    Arrays.sort(first);
    sequences.add(ordered(first, blockRows, random));
    return merged(sequences, random);
  }

  /** What a class is drawn beyond once, pass after pass over its rows. */
  private int[] further(int group, SeededRandom random) {
    int size = members[group].length;
    int[] further = new int[draws[group] - size];
    int whole = further.length - further.length % size;
    for (int i = 0; i < whole; i++) {
      further[i] = members[group][i % size];
    }
    int[] rest = chosen(group, further.length - whole, random);
    System.arraycopy(rest, 0, further, whole, rest.length);
    return further;
  }

  /** Some rows of a class, ascending, every choice equally likely. */
  private int[] chosen(int group, int count, SeededRandom random) {
    int[] all = members[group].clone();
    for (int i = 0; i < count; i++) {
      int j = i + random.nextInt(all.length - i);
      int swap = all[i];
      all[i] = all[j];
      all[j] = swap;
    }
    int[] chosen = Arrays.copyOf(all, count);
    Arrays.sort(chosen);
    return chosen;
  }

  private static int[] ordered(int[] sequence, int blockRows, SeededRandom random) {
    int[] order = RowOrder.shuffled(sequence.length, blockRows, random);
    Arrays.setAll(order, i -> sequence[order[i]]);
    return order;
  }

  private int[] merged(List<int[]> sequences, SeededRandom random) {
    int[] result = new int[rows];
    int filled = 0;
    for (int s = 0; s < sequences.size(); s++) {
      Arrays.fill(result, filled, filled + sequences.get(s).length, s);
      filled += sequences.get(s).length;
    }
    random.shuffle(result);
    int[] next = new int[sequences.size()];
    for (int i = 0; i < result.length; i++) {
      int s = result[i];
      result[i] = sequences.get(s)[next[s]++];
    }
    return result;
  }
}
