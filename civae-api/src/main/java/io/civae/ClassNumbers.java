package io.civae;

import com.google.common.collect.ImmutableSortedMap;
import io.civae.data.LabeledDataset;
import java.util.List;
import java.util.Map;

/** A positive number for each of some classes, by name, and how it meets the classes of data. */
final class ClassNumbers {

  static final double SMALLEST = 1e-6;
  static final double LARGEST = 1e6;

  private ClassNumbers() {}

  /** The numbers in order of names; {@code argument} is what they are called in messages. */
  static ImmutableSortedMap<String, Double> checked(String argument, Map<String, Double> numbers) {
    if (numbers.isEmpty()) {
      throw new IllegalArgumentException(argument + " is empty; it must name at least one class");
    }
    numbers.forEach(
        (name, number) -> {
          if (!(number >= SMALLEST && number <= LARGEST)) {
            throw new IllegalArgumentException(
                argument
                    + "[\""
                    + name
                    + "\"] ("
                    + number
                    + ") must be finite and positive, from "
                    + SMALLEST
                    + " to "
                    + LARGEST);
          }
        });
    return ImmutableSortedMap.copyOf(numbers);
  }

  /** The members of each class in the training data. */
  static int[] members(LabeledDataset training) {
    int[] members = new int[training.classNames().size()];
    for (int i = 0; i < training.size(); i++) {
      if (training.classIndex(i) != LabeledDataset.UNLABELED) {
        members[training.classIndex(i)]++;
      }
    }
    return members;
  }

  /** Every class that is named must be there, and have something to learn from. */
  static void checkNames(
      String setting, Map<String, Double> numbers, List<String> classNames, int[] members) {
    for (String name : numbers.keySet()) {
      int index = classNames.indexOf(name);
      if (index < 0) {
        throw new IllegalArgumentException(
            setting
                + " ("
                + numbers
                + ") names class \""
                + name
                + "\", which must be one of the classes of training "
                + classNames);
      }
      if (members[index] == 0) {
        throw new IllegalArgumentException(
            setting
                + " ("
                + numbers
                + ") names class \""
                + name
                + "\", which must have a training observation");
      }
    }
  }

  /** What is balanced is balanced between all classes. */
  static void checkEveryClassHasMembers(String setting, List<String> classNames, int[] members) {
    if (members.length == 0) {
      throw new IllegalArgumentException(
          setting + " (BALANCED) needs labelled training observations, and there are none");
    }
    for (int c = 0; c < members.length; c++) {
      if (members[c] == 0) {
        throw new IllegalArgumentException(
            setting
                + " (BALANCED) needs a training observation of each class; class \""
                + classNames.get(c)
                + "\" has none");
      }
    }
  }
}
