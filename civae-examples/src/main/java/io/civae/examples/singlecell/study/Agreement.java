package io.civae.examples.singlecell.study;

import com.google.gson.JsonObject;

/**
 * How far two lists of numbers agree.
 *
 * @param correlation Pearson's; NaN when one of the two does not vary
 * @param rms root of the mean squared difference
 * @param slope of the least-squares line through 0 that predicts the first from the second; 1 for
 *     equal lists, below 1 where the first is smaller throughout
 */
record Agreement(double correlation, double rms, double slope) {

  static Agreement between(double[] first, double[] second) {
    int n = first.length;
    double meanFirst = 0;
    double meanSecond = 0;
    for (int i = 0; i < n; i++) {
      meanFirst += first[i] / n;
      meanSecond += second[i] / n;
    }
    double xx = 0;
    double yy = 0;
    double xy = 0;
    double squares = 0;
    double product = 0;
    double size = 0;
    for (int i = 0; i < n; i++) {
      double x = first[i] - meanFirst;
      double y = second[i] - meanSecond;
      xx += x * x;
      yy += y * y;
      xy += x * y;
      squares += (first[i] - second[i]) * (first[i] - second[i]);
      product += first[i] * second[i];
      size += second[i] * second[i];
    }
    return new Agreement(xy / Math.sqrt(xx * yy), Math.sqrt(squares / n), product / size);
  }

  JsonObject toJson() {
    JsonObject json = new JsonObject();
    json.addProperty("correlation", StudyJson.finite(correlation));
    json.addProperty("rms", StudyJson.finite(rms));
    json.addProperty("slope", StudyJson.finite(slope));
    return json;
  }
}
