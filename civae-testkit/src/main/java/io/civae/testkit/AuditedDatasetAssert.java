package io.civae.testkit;

import io.civae.augment.AuditedDataset;
import io.civae.augment.SyntheticAudit;
import io.civae.data.LabeledDataset;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions on synthetic observations with their audits. Every method returns this. */
public final class AuditedDatasetAssert
    extends AbstractAssert<AuditedDatasetAssert, AuditedDataset> {

  AuditedDatasetAssert(@Nullable AuditedDataset actual) {
    super(actual, AuditedDatasetAssert.class);
  }

  /**
   * Verifies the number of synthetic observations.
   *
   * @param expected how many
   * @return this
   */
  public AuditedDatasetAssert hasMade(int expected) {
    isNotNull();
    if (actual.audits().size() != expected) {
      failWithMessage(
          "Expected <%s> synthetic observations, but there are <%s>",
          expected, actual.audits().size());
    }
    return this;
  }

  /**
   * Verifies that each synthetic observation has the label of its audit and of both its parents.
   *
   * @param source the augmenter's
   * @return this
   */
  public AuditedDatasetAssert hasParentsOfItsClassIn(LabeledDataset source) {
    isNotNull();
    for (int i = 0; i < actual.audits().size(); i++) {
      SyntheticAudit audit = actual.audits().get(i);
      String label = actual.dataset().label(actual.firstSynthetic() + i);
      String first = source.label(audit.firstParent());
      String second = source.label(audit.secondParent());
      if (!audit.className().equals(label)
          || !Objects.equals(first, label)
          || !Objects.equals(second, label)) {
        failWithMessage(
            "Expected one class, but synthetic observation <%s> is labelled <%s>, its audit says"
                + " <%s>, and its parents are of <%s> and <%s>",
            i, label, audit.className(), first, second);
      }
    }
    return this;
  }

  /**
   * Verifies that the discriminator puts every synthetic observation in its class, at least so far
   * from the nearest boundary.
   *
   * @param least distance, in the unit of the latents
   * @return this
   */
  public AuditedDatasetAssert hasMarginsAtLeast(double least) {
    return eachAtLeast("margins", least, SyntheticAudit::margin);
  }

  /**
   * Verifies that the discriminator gives every synthetic observation at least this probability of
   * its class.
   *
   * @param least in [0, 1]
   * @return this
   */
  public AuditedDatasetAssert hasProbabilitiesAtLeast(double least) {
    return eachAtLeast("probabilities", least, SyntheticAudit::probability);
  }

  private AuditedDatasetAssert eachAtLeast(
      String what, double least, ToDoubleFunction<SyntheticAudit> value) {
    isNotNull();
    for (int i = 0; i < actual.audits().size(); i++) {
      double found = value.applyAsDouble(actual.audits().get(i));
      if (!(found >= least)) {
        failWithMessage(
            "Expected %s of at least <%s>, but that of synthetic observation <%s> is <%s>",
            what, least, i, found);
      }
    }
    return this;
  }

  /**
   * Verifies the share of candidates that were kept.
   *
   * @param least in [0, 1]
   * @return this
   */
  public AuditedDatasetAssert hasAcceptanceRateAtLeast(double least) {
    isNotNull();
    double rate = actual.summary().acceptanceRate();
    if (!(rate >= least)) {
      failWithMessage("Expected an acceptance rate of at least <%s>, but it is <%s>", least, rate);
    }
    return this;
  }
}
