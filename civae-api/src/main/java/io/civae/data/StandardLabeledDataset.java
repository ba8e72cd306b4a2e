package io.civae.data;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A matrix and one class index per row. */
final class StandardLabeledDataset implements LabeledDataset {

  private final FeatureMatrix features;
  private final int[] classes;
  private final ImmutableList<String> classNames;

  private final FeatureNames featureNames;

  private StandardLabeledDataset(
      FeatureMatrix features,
      int[] classes,
      ImmutableList<String> classNames,
      FeatureNames featureNames) {
    this.features = features;
    this.classes = classes;
    this.classNames = classNames;
    this.featureNames = featureNames;
  }

  static StandardLabeledDataset of(FeatureMatrix features, @Nullable String[] labels) {
    checkLabelCount(features, labels.length);
    Set<String> distinct = new LinkedHashSet<>();
    for (int i = 0; i < labels.length; i++) {
      String label = labels[i];
      if (label != null) {
        if (label.isBlank()) {
          throw new IllegalArgumentException(
              "labels[" + i + "] (\"" + label + "\") must not be blank; null means unlabelled");
        }
        distinct.add(label);
      }
    }
    ImmutableList<String> names = inFixedOrder(distinct);
    return new StandardLabeledDataset(
        features, indices(labels, names), names, FeatureNames.none(features.columns()));
  }

  static StandardLabeledDataset of(FeatureMatrix features, int[] labels) {
    checkLabelCount(features, labels.length);
    @Nullable String[] names = new @Nullable String[labels.length];
    // One text per class: one per row would take more memory than the rows of a mapped file.
    Map<Integer, String> texts = new HashMap<>();
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] < UNLABELED) {
        throw new IllegalArgumentException(
            "labels[" + i + "] (" + labels[i] + ") must be at least 0, or -1 for unlabelled");
      }
      names[i] = labels[i] == UNLABELED ? null : texts.computeIfAbsent(labels[i], Object::toString);
    }
    return of(features, names);
  }

  private static void checkLabelCount(FeatureMatrix features, int labels) {
    if (features.rows() != labels) {
      throw new IllegalArgumentException(
          "labels has " + labels + " entries, features has " + features.rows() + " rows");
    }
  }

  private static ImmutableList<String> inFixedOrder(Set<String> names) {
    // Canonical integers only: "01" and "1" are two names and must not compare as equal.
    boolean numeric = names.stream().allMatch(name -> name.matches("0|-?[1-9][0-9]{0,17}"));
    Comparator<String> order =
        numeric ? Comparator.comparingLong(Long::parseLong) : Comparator.naturalOrder();
    return ImmutableList.sortedCopyOf(order, names);
  }

  private static int[] indices(@Nullable String[] labels, List<String> classNames) {
    Map<String, Integer> positions = new HashMap<>();
    for (String name : classNames) {
      positions.put(name, positions.size());
    }
    int[] classes = new int[labels.length];
    for (int i = 0; i < labels.length; i++) {
      String label = labels[i];
      Integer position = label == null ? Integer.valueOf(UNLABELED) : positions.get(label);
      if (position == null) {
        throw new IllegalArgumentException(
            "label \""
                + label
                + "\" of observation "
                + i
                + " is not among the classes "
                + classNames);
      }
      classes[i] = position;
    }
    return classes;
  }

  @Override
  public int size() {
    return classes.length;
  }

  @Override
  public int featureCount() {
    return features.columns();
  }

  @Override
  public FeatureMatrix features() {
    return features;
  }

  @Override
  public float[] observation(int index) {
    return features.row(Objects.checkIndex(index, size()));
  }

  @Override
  public @Nullable String label(int index) {
    int classIndex = classIndex(index);
    return classIndex == UNLABELED ? null : classNames.get(classIndex);
  }

  @Override
  public int classIndex(int index) {
    return classes[Objects.checkIndex(index, size())];
  }

  @Override
  public List<String> classNames() {
    return classNames;
  }

  @Override
  public List<String> featureNames() {
    return featureNames.list();
  }

  @Override
  public int[] indicesOf(String className) {
    int wanted = classNames.indexOf(className);
    if (wanted < 0) {
      throw new IllegalArgumentException(
          "class \"" + className + "\" is not among the classes " + classNames);
    }
    return IntStream.range(0, size()).filter(i -> classes[i] == wanted).toArray();
  }

  @Override
  public LabeledDataset select(int... indices) {
    FeatureMatrix selected = features.select(indices);
    int[] selectedClasses = IntStream.of(indices).map(i -> classes[i]).toArray();
    return new StandardLabeledDataset(selected, selectedClasses, classNames, featureNames);
  }

  @Override
  public LabeledDataset withFeatures(FeatureMatrix replacement) {
    checkLabelCount(replacement, size());
    return new StandardLabeledDataset(
        replacement, classes, classNames, featureNames.forColumns(replacement.columns()));
  }

  @Override
  public LabeledDataset withFeatureNames(List<String> names) {
    return new StandardLabeledDataset(features, classes, classNames, featureNames.renamed(names));
  }

  @Override
  public LabeledDataset withClassNames(List<String> names) {
    for (int c = 0; c < names.size(); c++) {
      if (names.get(c).isBlank()) {
        throw new IllegalArgumentException(
            "classNames[" + c + "] (\"" + names.get(c) + "\") must not be blank");
      }
    }
    FeatureNames.checkDistinct("classNames", names);
    List<@Nullable String> labels = new ArrayList<>(size());
    for (int i = 0; i < size(); i++) {
      labels.add(label(i));
    }
    int[] renumbered = indices(labels.toArray(new @Nullable String[0]), names);
    return new StandardLabeledDataset(
        features, renumbered, ImmutableList.copyOf(names), featureNames);
  }

  @Override
  public LabeledDataset followedBy(LabeledDataset other) {
    if (other.featureCount() != featureCount()) {
      throw new IllegalArgumentException(
          "other has "
              + other.featureCount()
              + " features, the data it follows have "
              + featureCount());
    }
    Set<String> names = new LinkedHashSet<>(classNames);
    names.addAll(other.classNames());
    ImmutableList<String> all = ImmutableList.copyOf(names);
    int[] renumbered = other.classNames().stream().mapToInt(all::indexOf).toArray();
    int[] joined = Arrays.copyOf(classes, Math.addExact(size(), other.size()));
    for (int i = 0; i < other.size(); i++) {
      int theirs = other.classIndex(i);
      joined[size() + i] = theirs == UNLABELED ? UNLABELED : renumbered[theirs];
    }
    FeatureMatrix together = new ConcatenatedFeatureMatrix(features, other.features());
    return new StandardLabeledDataset(
        together, joined, all, featureNames.with(other.featureNames()));
  }

  @Override
  public DatasetSplit split(double training, double validation, double test, long seed) {
    int[][] parts =
        StratifiedSplit.parts(
            classes, classNames.size(), new double[] {training, validation, test}, seed);
    return new DatasetSplit(select(parts[0]), select(parts[1]), select(parts[2]));
  }

  @Override
  public String toString() {
    return "LabeledDataset[" + size() + " × " + featureCount() + ", classes " + classNames + "]";
  }
}
