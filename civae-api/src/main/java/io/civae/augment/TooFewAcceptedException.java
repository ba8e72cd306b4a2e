package io.civae.augment;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Too few synthetic observations passed the rejection rules; it says how many and why. */
public final class TooFewAcceptedException extends RuntimeException {

  private static final long serialVersionUID = 2;

  /** Not an {@link OptionalInt}, which is not serializable. */
  private static final int ENDLESS = -1;

  private final String className;
  private final int asked;
  private final long accepted;
  private final long examined;
  private final ImmutableMap<RejectionReason, Integer> rejected;

  /**
   * A failure.
   *
   * @param className the class whose observations were made
   * @param asked how many of it were asked for; empty for a stream, which has no end
   * @param accepted candidates that passed
   * @param examined candidates that were judged
   * @param rejected for each reason that occurred, how many were thrown away
   * @param limit candidates for each accepted one, see {@link Rejection#withLimit}
   */
  public TooFewAcceptedException(
      String className,
      OptionalInt asked,
      long accepted,
      long examined,
      Map<RejectionReason, Integer> rejected,
      int limit) {
    super(message(className, accepted, examined, rejected, limit));
    this.className = className;
    this.asked = asked.orElse(ENDLESS);
    this.accepted = accepted;
    this.examined = examined;
    this.rejected = Maps.immutableEnumMap(rejected);
  }

  private static String message(
      String className,
      long accepted,
      long examined,
      Map<RejectionReason, Integer> rejected,
      int limit) {
    return String.format(
        Locale.ROOT,
        "class \"%s\": only %,d of %,d candidates passed (%s); loosen the rejection, raise its limit"
            + " (%,d candidates for each accepted one) or ask for fewer",
        className,
        accepted,
        examined,
        rejected.entrySet().stream()
            .map(e -> String.format(Locale.ROOT, "%,d %s", e.getValue(), e.getKey().words()))
            .collect(Collectors.joining(", ")),
        limit);
  }

  /**
   * The class whose observations were made: the first that failed when several were balanced.
   *
   * @return its name
   */
  public String className() {
    return className;
  }

  /**
   * How many synthetic observations of the class were asked for.
   *
   * @return above {@link #accepted()}; empty for a stream, which has no end
   */
  public OptionalInt asked() {
    return asked == ENDLESS ? OptionalInt.empty() : OptionalInt.of(asked);
  }

  /**
   * The candidates that passed every rule before drawing ended.
   *
   * @return at least 0
   */
  public long accepted() {
    return accepted;
  }

  /**
   * The candidates that were judged.
   *
   * @return {@link #accepted()} and all of {@link #rejected()}
   */
  public long examined() {
    return examined;
  }

  /**
   * Why candidates were thrown away: each counts for the first rule that it broke.
   *
   * @return for each reason that occurred how many; immutable, in the order of the reasons
   */
  public Map<RejectionReason, Integer> rejected() {
    return rejected;
  }
}
