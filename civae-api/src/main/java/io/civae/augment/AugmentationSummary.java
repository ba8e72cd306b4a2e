package io.civae.augment;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * An augmentation in a few figures; {@link #toString} puts them in words.
 *
 * @param asked synthetic observations asked for
 * @param made synthetic observations returned
 * @param madeByClass for each class with synthetic observations, in the order of the classes
 * @param rejected for each reason that occurred, how many were thrown away
 * @param lowestProbability the lowest discriminator probability among those made; NaN without any
 * @param medianNearestDistance the median distance to the nearest real observation of the class, in
 *     the user's units; NaN without any
 * @param adjusted how many of those made have a value that the constraints changed
 */
public record AugmentationSummary(
    int asked,
    int made,
    Map<String, Integer> madeByClass,
    Map<RejectionReason, Integer> rejected,
    double lowestProbability,
    double medianNearestDistance,
    int adjusted) {

  /**
   * Keeps copies in the order given.
   *
   * @param asked synthetic observations asked for
   * @param made synthetic observations returned
   * @param madeByClass for each class
   * @param rejected for each reason
   * @param lowestProbability among those made
   * @param medianNearestDistance among those made
   * @param adjusted among those made
   */
  public AugmentationSummary {
    madeByClass = ImmutableMap.copyOf(madeByClass);
    rejected = Maps.immutableEnumMap(rejected);
  }

  /**
   * Sums up.
   *
   * @param asked synthetic observations asked for
   * @param audits of those returned
   * @param rejected for each reason, how many were thrown away
   * @return the summary
   */
  public static AugmentationSummary of(
      int asked, List<SyntheticAudit> audits, Map<RejectionReason, Integer> rejected) {
    Map<String, Integer> byClass =
        audits.stream()
            .collect(ImmutableMap.toImmutableMap(SyntheticAudit::className, a -> 1, Integer::sum));
    return new AugmentationSummary(
        asked,
        audits.size(),
        byClass,
        rejected,
        Arrays.stream(values(audits, SyntheticAudit::probability)).min().orElse(Double.NaN),
        median(values(audits, SyntheticAudit::nearestDistance)),
        (int) audits.stream().filter(audit -> audit.adjustedFeatures() > 0).count());
  }

  private static double[] values(
      List<SyntheticAudit> audits, ToDoubleFunction<SyntheticAudit> value) {
    return audits.stream().mapToDouble(value).toArray();
  }

  private static double median(double[] values) {
    if (values.length == 0) {
      return Double.NaN;
    }
    Arrays.sort(values);
    int upper = values.length / 2;
    return values.length % 2 == 1 ? values[upper] : (values[upper - 1] + values[upper]) / 2;
  }

  /**
   * The share of candidates that were kept.
   *
   * @return {@code made / (made + rejected)}; 1 when there was no candidate
   */
  public double acceptanceRate() {
    long candidates = (long) made + rejectedInAll();
    return candidates == 0 ? 1 : (double) made / candidates;
  }

  private int rejectedInAll() {
    return rejected.values().stream().mapToInt(Integer::intValue).sum();
  }

  /**
   * One sentence for people.
   *
   * @return for instance {@code 4,000 asked, 4,000 made, 312 rejected: 300 off class, 12
   *     implausible (92.8 % accepted); …}
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(String.format(Locale.ROOT, "%,d asked, %,d made", asked, made));
    if (rejected.isEmpty()) {
      text.append(", none rejected");
    } else {
      text.append(
          String.format(
              Locale.ROOT,
              ", %,d rejected: %s (%.1f %% accepted)",
              rejectedInAll(),
              rejected.entrySet().stream()
                  .map(e -> String.format(Locale.ROOT, "%,d %s", e.getValue(), e.getKey().words()))
                  .collect(Collectors.joining(", ")),
              100 * acceptanceRate()));
    }
    if (made > 0) {
      text.append(
          String.format(
              Locale.ROOT,
              "; lowest probability %.3g, nearest real observation at %.3g (median)",
              lowestProbability,
              medianNearestDistance));
    }
    if (adjusted > 0) {
      text.append(String.format(Locale.ROOT, "; %,d adjusted to the constraints", adjusted));
    }
    return text.toString();
  }
}
