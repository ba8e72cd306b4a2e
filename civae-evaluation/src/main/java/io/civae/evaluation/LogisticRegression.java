package io.civae.evaluation;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.Random;

/**
 * One-versus-rest logistic regression with an L2 penalty, {@code min ½‖w‖² + C Σ log(1 + e^(−y
 * w·x))}, solved by LIBLINEAR's trust region Newton method (Fan et al., 2008), which draws no
 * random numbers. Features are standardised by the training rows first and a constant feature
 * serves as bias.
 */
final class LogisticRegression {

  private static final double COST = 1.0;
  private static final double TOLERANCE = 1e-4;

  private final Model model;
  private final Standardization standardization;

  private LogisticRegression(Model model, Standardization standardization) {
    this.model = model;
    this.standardization = standardization;
  }

  /** Fits on rows and their class numbers. */
  static LogisticRegression fit(float[][] x, int[] y) {
    Standardization standardization = Standardization.of(x);
    Problem problem = new Problem();
    problem.l = x.length;
    problem.n = x[0].length + 1;
    problem.x = new Feature[x.length][];
    problem.y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      problem.x[i] = features(standardization.apply(x[i]));
      problem.y[i] = y[i];
    }
    Parameter parameter = new Parameter(SolverType.L2R_LR, COST, TOLERANCE);
    parameter.setRandom(new Random(0));
    Linear.disableDebugOutput();
    return new LogisticRegression(Linear.train(problem, parameter), standardization);
  }

  private static Feature[] features(double[] row) {
    Feature[] features = new Feature[row.length + 1];
    for (int j = 0; j < row.length; j++) {
      features[j] = new FeatureNode(j + 1, row[j]);
    }
    features[row.length] = new FeatureNode(row.length + 1, 1);
    return features;
  }

  /** The share of rows that are put in their class. */
  double accuracy(float[][] x, int[] y) {
    int right = 0;
    for (int i = 0; i < x.length; i++) {
      right += Linear.predict(model, features(standardization.apply(x[i]))) == y[i] ? 1 : 0;
    }
    return (double) right / x.length;
  }
}
