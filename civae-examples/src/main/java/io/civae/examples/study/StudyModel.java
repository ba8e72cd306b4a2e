package io.civae.examples.study;

import io.civae.CiVaeModel;
import io.civae.TrainingHistory;
import java.util.List;

/** A trained model of a study: one for all classes, or one for each when it is told the class. */
final class StudyModel implements AutoCloseable {

  private final RunSpec spec;
  private final List<CiVaeModel> models;
  private final double seconds;

  StudyModel(RunSpec spec, List<CiVaeModel> models, double seconds) {
    this.spec = spec;
    this.models = List.copyOf(models);
    this.seconds = seconds;
  }

  RunSpec spec() {
    return spec;
  }

  /** Whether each class has a model of its own. */
  boolean isConditional() {
    return spec.row() == StudyRow.CONDITIONAL_VAE;
  }

  /** The model that serves a class. */
  CiVaeModel of(String className) {
    return models.get(isConditional() ? spec.training().classNames().indexOf(className) : 0);
  }

  /** The one model of all classes. */
  CiVaeModel only() {
    if (isConditional()) {
      throw new IllegalStateException(spec.name() + " has a model for each class");
    }
    return models.get(0);
  }

  TrainingHistory history() {
    return models.get(0).history();
  }

  /** How long its training took. */
  double seconds() {
    return seconds;
  }

  @Override
  public void close() {
    models.forEach(CiVaeModel::close);
  }
}
