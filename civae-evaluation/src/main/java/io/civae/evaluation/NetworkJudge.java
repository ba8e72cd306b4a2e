package io.civae.evaluation;

import io.civae.data.LabeledDataset;
import io.civae.internal.classifier.SoftmaxClassifier;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * A judge that is a neural network: a softmax classifier with hidden layers, trained on real
 * labelled observations by the backend that also trains CI-VAEs, and served in plain Java. It takes
 * features in the user's own units. Immutable, thread-safe.
 *
 * <p>State {@link #accuracy} on test data in every table that rests on its verdicts.
 */
public final class NetworkJudge implements FeatureJudge {

  private final SoftmaxClassifier classifier;

  NetworkJudge(SoftmaxClassifier classifier) {
    this.classifier = classifier;
  }

  /**
   * A judge to be trained, with defaults everywhere.
   *
   * @return a new builder
   */
  public static NetworkJudgeBuilder builder() {
    return new NetworkJudgeBuilder();
  }

  /**
   * Reads a judge that was saved; it needs no backend.
   *
   * @param file written by {@link #save}
   * @return the judge, which gives the same bits as the saved one
   * @throws io.civae.ModelFileException if the file cannot be read, is damaged or holds no judge;
   *     the message names it and says what is wrong
   */
  public static NetworkJudge load(Path file) {
    return new NetworkJudge(
        SoftmaxClassifier.load(Objects.requireNonNull(file, "file must not be null")));
  }

  /**
   * Writes the judge to a file in full or not at all: a safetensors file with a checksum, see
   * docs/model-file.md. An older file of that name is replaced in one step.
   *
   * @param file where to
   * @throws io.civae.ModelFileException if it cannot be written; an older file is left as it was
   */
  public void save(Path file) {
    classifier.save(Objects.requireNonNull(file, "file must not be null"));
  }

  /**
   * The classes it knows.
   *
   * @return those of its training data, in their order; immutable
   */
  public List<String> classNames() {
    return classifier.classNames();
  }

  /**
   * The class of each observation: the one with the highest logit, the first of equal ones.
   *
   * @param observations {@code [n][d]} in the user's units
   * @return n class names
   * @throws IllegalArgumentException if there is no row, a row has another width than d or a value
   *     is not finite
   */
  @Override
  public String[] predict(float[][] observations) {
    return IntStream.of(classifier.predict(observations))
        .mapToObj(classifier.classNames()::get)
        .toArray(String[]::new);
  }

  /**
   * The activations of the last hidden layer, which are not negative.
   *
   * @param observations {@code [n][d]} in the user's units
   * @return {@code [n][w]}, w being the width of that layer; the scaled observations when there is
   *     none
   * @throws IllegalArgumentException if there is no row, a row has another width than d or a value
   *     is not finite
   */
  @Override
  public float[][] features(float[][] observations) {
    return classifier.hidden(observations);
  }

  /**
   * The share of labelled observations whose class it finds; unlabelled ones are not read.
   *
   * @param data real observations that it was not trained on
   * @return in [0, 1]; that of chance is about the share of the largest class
   * @throws IllegalArgumentException if no observation is labelled, or one has a class that the
   *     judge does not know
   */
  public double accuracy(LabeledDataset data) {
    LabeledDataset labelled = labelledPart("data", data);
    for (int i = 0; i < labelled.size(); i++) {
      String label = labelled.classNames().get(labelled.classIndex(i));
      if (!classNames().contains(label)) {
        throw new IllegalArgumentException(
            "data has label \"" + label + "\", which is not among the judge's " + classNames());
      }
    }
    int right = 0;
    for (RowChunk chunk : RowChunk.of(labelled.size())) {
      String[] predicted = predict(chunk.of(labelled.features()).toArray());
      for (int i = 0; i < predicted.length; i++) {
        int label = labelled.classIndex(chunk.first() + i);
        right += predicted[i].equals(labelled.classNames().get(label)) ? 1 : 0;
      }
    }
    return (double) right / labelled.size();
  }

  /** {@code name} speaks in messages. */
  static LabeledDataset labelledPart(String name, LabeledDataset data) {
    int[] labelled =
        IntStream.range(0, data.size())
            .filter(i -> data.classIndex(i) != LabeledDataset.UNLABELED)
            .toArray();
    if (labelled.length == 0) {
      throw new IllegalArgumentException(name + " has no labelled observation");
    }
    return data.select(labelled);
  }

  @Override
  public String toString() {
    return "NetworkJudge" + classNames();
  }
}
