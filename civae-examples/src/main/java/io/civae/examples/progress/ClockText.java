package io.civae.examples.progress;

import java.time.Duration;
import java.util.Locale;

/** Durations as people read them. */
public final class ClockText {

  private ClockText() {}

  /**
   * Minutes and seconds, with hours where there are any.
   *
   * @param duration not negative
   * @return for instance {@code 4:05} or {@code 1:04:05}
   */
  public static String of(Duration duration) {
    long seconds = Math.round(duration.toMillis() / 1e3);
    return seconds < 3600
        ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
        : String.format(
            Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  }
}
