package io.civae.internal.walk;

import io.civae.CiVaeModel;
import io.civae.LatentDistribution;
import io.civae.data.LabeledDataset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The classes of a dataset as a model encodes them, each when it is first asked for. */
public final class EncodedClasses {

  private final CiVaeModel model;
  private final LabeledDataset data;
  private final String argument;

  /** Posteriors are small beside the observations, so they are kept. */
  private final Map<String, EncodedClass> classes = new ConcurrentHashMap<>();

  private EncodedClasses(CiVaeModel model, LabeledDataset data, String argument) {
    this.model = model;
    this.data = data;
    this.argument = argument;
  }

  /**
   * The classes of a dataset.
   *
   * @param model that encodes
   * @param data with the model's features and classes among the model's
   * @param argument what messages call the dataset
   * @return the classes
   * @throws IllegalArgumentException if the dataset does not fit the model
   */
  public static EncodedClasses of(CiVaeModel model, LabeledDataset data, String argument) {
    int features = model.featureNames().size();
    if (data.featureCount() != features) {
      throw new IllegalArgumentException(
          argument + " has " + data.featureCount() + " features; the model has " + features);
    }
    for (String name : data.classNames()) {
      if (!model.classNames().contains(name)) {
        throw new IllegalArgumentException(
            argument
                + " has class \""
                + name
                + "\", which is not among the model's classes "
                + model.classNames());
      }
    }
    return new EncodedClasses(model, data, argument);
  }

  /**
   * The dataset.
   *
   * @return as given
   */
  public LabeledDataset data() {
    return data;
  }

  /**
   * Whether a class has members.
   *
   * @param className any name
   * @return true when {@link #get} has something to encode
   */
  public boolean hasMembers(String className) {
    return data.classNames().contains(className) && data.indicesOf(className).length > 0;
  }

  /**
   * A class, encoded.
   *
   * @param className one with members
   * @return the class
   * @throws IllegalArgumentException if it has none
   */
  public EncodedClass get(String className) {
    if (!hasMembers(className)) {
      throw new IllegalArgumentException(
          "class \"" + className + "\" has no observation in the " + argument);
    }
    return classes.computeIfAbsent(
        className,
        name -> {
          int[] members = data.indicesOf(name);
          LatentDistribution q = model.encoder().encode(data.features().select(members));
          return new EncodedClass(members, q);
        });
  }
}
