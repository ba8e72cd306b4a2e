package io.civae.testkit;

import io.civae.CiVaeModel;
import io.civae.TraversalPath;
import io.civae.augment.AuditedDataset;
import io.civae.data.LabeledDataset;
import org.jspecify.annotations.Nullable;

/** Entry points to AssertJ assertions on the types of CI-VAE. Needs AssertJ. */
public final class CiVaeAssertions {

  private CiVaeAssertions() {}

  /**
   * Assertions on a walk.
   *
   * @param actual the walk
   * @return its assertions
   */
  public static TraversalPathAssert assertThat(@Nullable TraversalPath actual) {
    return new TraversalPathAssert(actual);
  }

  /**
   * Assertions on a trained model, which must be open.
   *
   * @param actual the model
   * @return its assertions
   */
  public static CiVaeModelAssert assertThat(@Nullable CiVaeModel actual) {
    return new CiVaeModelAssert(actual);
  }

  /**
   * Assertions on a dataset.
   *
   * @param actual the dataset
   * @return its assertions
   */
  public static LabeledDatasetAssert assertThat(@Nullable LabeledDataset actual) {
    return new LabeledDatasetAssert(actual);
  }

  /**
   * Assertions on synthetic observations with their audits.
   *
   * @param actual the observations
   * @return their assertions
   */
  public static AuditedDatasetAssert assertThat(@Nullable AuditedDataset actual) {
    return new AuditedDatasetAssert(actual);
  }
}
