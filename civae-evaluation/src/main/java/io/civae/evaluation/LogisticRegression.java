package io.civae.evaluation;

import org.ddogleg.optimization.FactoryOptimization;
import org.ddogleg.optimization.UnconstrainedMinimization;
import org.ddogleg.optimization.quasinewton.ConfigQuasiNewton;

/**
 * Multinomial logistic regression with an L2 penalty, {@code min Σ −log softmax(Wx + b)_y + ‖W‖² /
 * (2C)}: the objective that scikit-learn's {@code LogisticRegression} has by default with C = 1.
 * Features are standardised by the training rows first; the biases b carry no penalty. Solved by
 * BFGS with an analytic gradient, which draws no random numbers. BFGS holds a square matrix of as
 * many rows as there are parameters, {@code classes · (columns + 1)}: {@value #MOST_PARAMETERS} of
 * them make 512 MB.
 */
final class LogisticRegression {

  static final int MOST_PARAMETERS = 8_192;

  private static final int MAX_ITERATIONS = 2_000;

  /** With a sum of {@code −log p} below this, every row's class has more than half of its p. */
  private static final double ALL_RIGHT = Math.log(2);

  private static final double FUNCTION_TOLERANCE = 1e-9;
  private static final double GRADIENT_TOLERANCE = 1e-7;

  private final double[] parameters;
  private final int classes;
  private final Standardization standardization;

  private LogisticRegression(double[] parameters, int classes, Standardization standardization) {
    this.parameters = parameters;
    this.classes = classes;
    this.standardization = standardization;
  }

  /**
   * Fits on rows and their class numbers.
   *
   * <p>Without a penalty the minimum lies at infinity as soon as a class can be separated from the
   * rest (Albert and Anderson, 1984). Then the fit ends where every row is put in its class, or
   * else after {@value #MAX_ITERATIONS} iterations: weights still grow there, but what they decide
   * settled long before.
   *
   * @param cost C, above 0; infinite for no penalty
   * @throws IllegalArgumentException if there are too many parameters or values
   * @throws IllegalStateException if there is a penalty and the minimum was not found
   */
  static LogisticRegression fit(float[][] x, int[] y, double cost) {
    return fit(x, y, cost, MAX_ITERATIONS);
  }

  static LogisticRegression fit(float[][] x, int[] y, double cost, int mostIterations) {
    int classes = 1;
    for (int label : y) {
      classes = Math.max(classes, label + 1);
    }
    checkSize(classes, x[0].length);
    Standardization standardization = Standardization.of(x);
    SoftmaxObjective objective = new SoftmaxObjective(standardization.apply(x), y, classes, cost);
    UnconstrainedMinimization solver = FactoryOptimization.quasiNewtonBfgs(new ConfigQuasiNewton());
    solver.setFunction(objective, objective.gradient(), 0);
    solver.initialize(
        new double[objective.getNumOfInputsN()], FUNCTION_TOLERANCE, GRADIENT_TOLERANCE);
    boolean penalized = cost < Double.POSITIVE_INFINITY;
    int iteration = 0;
    boolean done = false;
    while (!done && iteration < mostIterations) {
      done = solver.iterate();
      iteration++;
      // The objective is a mean over rows, and known at the point that was looked at last.
      done |= !penalized && objective.process(solver.getParameters()) < ALL_RIGHT / y.length;
    }
    if (!done && penalized) {
      throw new IllegalStateException(
          "logistic regression with C = "
              + cost
              + " on "
              + y.length
              + " rows of "
              + x[0].length
              + " columns has not converged in "
              + mostIterations
              + " iterations");
    }
    return new LogisticRegression(solver.getParameters().clone(), classes, standardization);
  }

  private static void checkSize(int classes, int columns) {
    long parameters = classes * (columns + 1L);
    if (parameters > MOST_PARAMETERS) {
      throw new IllegalArgumentException(
          "classes ("
              + classes
              + ") × (columns ("
              + columns
              + ") + 1) is "
              + parameters
              + " parameters; logistic regression takes at most "
              + MOST_PARAMETERS
              + ": measure principal components of so wide data");
    }
  }

  /** One row of weights and a bias for each class, on standardised features. */
  double[] parameters() {
    return parameters.clone();
  }

  /** The share of rows that are put in their class. */
  double accuracy(float[][] x, int[] y) {
    int right = 0;
    for (int i = 0; i < x.length; i++) {
      right += predict(x[i]) == y[i] ? 1 : 0;
    }
    return (double) right / x.length;
  }

  /** The number of the class that a row is put in. */
  int predict(float[] x) {
    double[] row = standardization.apply(x);
    double[] scores = new double[classes];
    SoftmaxObjective.scores(parameters, row, 0, row.length, scores);
    int best = 0;
    for (int c = 1; c < classes; c++) {
      if (scores[c] > scores[best]) {
        best = c;
      }
    }
    return best;
  }
}
