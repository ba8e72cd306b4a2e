package io.civae.examples.gain;

import java.util.List;

/**
 * The mean over classes of F1 = 2·TP / (2·TP + FP + FN): every class counts the same, however rare.
 */
final class MacroF1 {

  private MacroF1() {}

  /**
   * Scores predictions. Classes without a test row are left out.
   *
   * @param actual one class per test row
   * @param predicted one class per test row
   * @param classes all there are
   * @return in [0, 1]
   */
  static double of(String[] actual, String[] predicted, List<String> classes) {
    double sum = 0;
    int counted = 0;
    for (String name : classes) {
      int hits = 0;
      int ofClass = 0;
      int said = 0;
      for (int i = 0; i < actual.length; i++) {
        boolean is = actual[i].equals(name);
        boolean says = predicted[i].equals(name);
        hits += is && says ? 1 : 0;
        ofClass += is ? 1 : 0;
        said += says ? 1 : 0;
      }
      if (ofClass > 0) {
        sum += 2.0 * hits / (ofClass + said);
        counted++;
      }
    }
    return sum / counted;
  }
}
