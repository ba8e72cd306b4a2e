package io.civae.examples.study;

import io.civae.CiVaeBuilder;
import io.civae.ObservationTransform;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What a study is asked to do.
 *
 * @param recipe by name, for reports
 * @param builder makes the CI-VAE's settings anew: the recipe with what was typed
 * @param transform of training images, the same for every model
 * @param baselines models beside the CI-VAE and the VAE, which every study has
 * @param seeds how many trainings of each model
 * @param seed of the split, the pairs and the judge
 * @param pairsPerClass walks judged in each class
 * @param judgeEpochs passes of the judge's training
 * @param sweep whether to sweep over α and β
 * @param semiSupervised whether to train with few labels
 * @param quick whether these two are to be small
 */
public record StudySettings(
    String recipe,
    Supplier<CiVaeBuilder> builder,
    Optional<ObservationTransform> transform,
    Set<StudyRow> baselines,
    int seeds,
    long seed,
    int pairsPerClass,
    int judgeEpochs,
    boolean sweep,
    boolean semiSupervised,
    boolean quick) {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public StudySettings {
    baselines = Set.copyOf(baselines);
    if (seeds < 1) {
      throw new IllegalArgumentException("seeds (" + seeds + ") must be at least 1");
    }
    if (pairsPerClass < 1) {
      throw new IllegalArgumentException("pairs (" + pairsPerClass + ") must be at least 1");
    }
  }

  /** Whether the study trains this model. */
  boolean has(StudyRow row) {
    return row == StudyRow.CI_VAE || row == StudyRow.VAE || baselines.contains(row);
  }

  /** The settings of one model under one seed, from 1. */
  RunSpec spec(StudyRow row, int number, StudyData data) {
    return new RunSpec(
        row.runName(number),
        row,
        row.applyTo(builder.get()).seed(number).config(),
        transform,
        data.training(),
        data.validation(),
        data.description());
  }
}
