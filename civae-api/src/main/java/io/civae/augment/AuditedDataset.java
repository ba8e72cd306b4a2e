package io.civae.augment;

import com.google.common.collect.ImmutableList;
import io.civae.data.LabeledDataset;
import java.util.List;

/**
 * Synthetic observations with what is known of each.
 *
 * @param dataset real observations, if any, first; then the synthetic ones
 * @param audits one per synthetic observation, in their order
 * @param summary in a few figures
 */
public record AuditedDataset(
    LabeledDataset dataset, List<SyntheticAudit> audits, AugmentationSummary summary) {

  /**
   * Keeps a copy of the list.
   *
   * @param dataset real observations, if any, first; then the synthetic ones
   * @param audits one per synthetic observation, in their order
   * @param summary in a few figures
   * @throws IllegalArgumentException if there are more audits than observations
   */
  public AuditedDataset {
    audits = ImmutableList.copyOf(audits);
    if (audits.size() > dataset.size()) {
      throw new IllegalArgumentException(
          "audits ("
              + audits.size()
              + ") must be at most the observations ("
              + dataset.size()
              + ")");
    }
  }

  /**
   * Where the synthetic observations begin.
   *
   * @return the number of real observations in {@link #dataset()}
   */
  public int firstSynthetic() {
    return dataset.size() - audits.size();
  }
}
