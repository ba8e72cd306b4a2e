package io.civae.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Linear;
import ai.djl.training.loss.Loss;
import io.civae.CiVaeConfig;
import io.civae.Likelihood;
import io.civae.OutputActivation;
import io.civae.spi.CountLikelihood;

/**
 * The objective of a CI-VAE, {@code J = L + α·KL + β·CE}, as a DJL loss; each term is also there on
 * its own. All are scalars in nats.
 *
 * <p>As a {@link Loss} it takes as labels the scaled features {@code [rows, d]}, or the counts with
 * a likelihood of counts, and, when the network has classes, the {@link #targets}; as predictions
 * the output of {@link CiVaeBlock}.
 *
 * <p>No Java number is an operand of a recorded operation: every constant is an array of the scope
 * its first operand belongs to, which must stay open until the backward pass is done. Thread-safe.
 */
public final class CiVaeLoss extends Loss {

  /** Far below any weight of a label, so that only the sum of no labels is less. */
  private static final float NO_LABELS = 1e-12f;

  private final Likelihood likelihood;
  private final OutputActivation outputActivation;
  private final double alpha;
  private final double beta;

  private CiVaeLoss(
      Likelihood likelihood, OutputActivation outputActivation, double alpha, double beta) {
    super("CiVaeLoss");
    this.likelihood = likelihood;
    this.outputActivation = outputActivation;
    this.alpha = alpha;
    this.beta = beta;
  }

  /**
   * The objective of a configuration.
   *
   * @param config resolved, see {@link CiVaeConfig#isResolved()}
   * @return its objective
   * @throws IllegalArgumentException if the configuration is not resolved
   */
  public static CiVaeLoss of(CiVaeConfig config) {
    if (!config.isResolved()) {
      throw new IllegalArgumentException("config (" + config + ") must be resolved");
    }
    return new CiVaeLoss(
        config.likelihood(), config.outputActivation(), config.alpha(), config.beta());
  }

  /** The same objective with a share of its α. */
  CiVaeLoss warmedUp(double share) {
    return new CiVaeLoss(likelihood, outputActivation, alpha * share, beta);
  }

  /**
   * The labels of a batch as the discriminator's targets.
   *
   * @param manager the scope of the result
   * @param classIndices the class of each row, from 0; −1 for an unlabelled row
   * @param classCount k
   * @return {@code [rows, k]}: 1 at the class of a labelled row, else 0
   * @throws IllegalArgumentException if an index is out of range
   */
  public static NDArray targets(NDManager manager, int[] classIndices, int classCount) {
    float[] values = new float[Math.multiplyExact(classIndices.length, classCount)];
    for (int i = 0; i < classIndices.length; i++) {
      int index = classIndices[i];
      if (index < -1 || index >= classCount) {
        throw new IllegalArgumentException(
            "classIndices[" + i + "] (" + index + ") must be -1 or from 0 to " + (classCount - 1));
      }
      if (index >= 0) {
        values[i * classCount + index] = 1;
      }
    }
    return manager.create(values, new Shape(classIndices.length, classCount));
  }

  /**
   * The reconstruction term L, summed over features, mean over rows; see {@link Likelihood}. The
   * Bernoulli likelihood is {@code Σ_j softplus(a_j) − x_j·a_j} of the pre-activations a, which
   * overflows nowhere. Likelihoods of counts and their gradients are those of {@link
   * CountLikelihood}, computed outside the engine.
   *
   * @param preActivation the decoder's last linear layer, {@code [rows, d]}, or as wide as {@link
   *     CountLikelihood} says
   * @param x scaled features, or counts with a likelihood of counts, {@code [rows, d]}
   * @return a scalar
   */
  public NDArray reconstruction(NDArray preActivation, NDArray x) {
    if (likelihood.isOfCounts()) {
      return ofCounts(preActivation, x);
    }
    NDArray rows = share(preActivation, 1);
    if (likelihood == Likelihood.BERNOULLI) {
      return sum(Activation.softPlus(preActivation).sub(preActivation.mul(x))).mul(rows);
    }
    NDArray reconstruction =
        outputActivation == OutputActivation.SIGMOID
            ? Activation.sigmoid(preActivation)
            : preActivation;
    return sum(reconstruction.sub(x).square()).mul(rows);
  }

  /**
   * The divergence {@code KL = ½ Σ_j (μ_j² + σ_j² − log σ_j² − 1)} from the posterior to N(0, I),
   * mean over rows.
   *
   * @param mean {@code [rows, h]}
   * @param logVariance clamped, {@code [rows, h]}
   * @return a scalar
   */
  public NDArray klDivergence(NDArray mean, NDArray logVariance) {
    NDArray ones = mean.getManager().create((float) mean.size());
    return mean.square()
        .add(logVariance.exp())
        .sub(logVariance)
        .sum()
        .sub(ones)
        .mul(share(mean, 0.5));
  }

  /**
   * The discriminator's softmax cross-entropy CE, mean over labelled rows; 0 when there are none. A
   * row of targets times w counts w times: {@code CE = Σ_n w_n·CE_n / Σ_n w_n}.
   *
   * @param logits {@code [rows, k]}
   * @param targets see {@link #targets}; each row may be times a weight of at least 1e-9
   * @return a scalar
   */
  public NDArray discriminator(NDArray logits, NDArray targets) {
    NDArray labelled = targets.sum().maximum(targets.getManager().create(NO_LABELS));
    return logits.logSoftmax(-1).mul(targets).sum().neg().div(labelled);
  }

  /**
   * The weighted sum J.
   *
   * @param reconstruction L
   * @param klDivergence KL
   * @param discriminator CE
   * @return a scalar
   */
  public NDArray total(NDArray reconstruction, NDArray klDivergence, NDArray discriminator) {
    NDArray weight = discriminator.getManager().create((float) beta);
    return total(reconstruction, klDivergence).add(discriminator.mul(weight));
  }

  /**
   * The weighted sum J of a network without classes.
   *
   * @param reconstruction L
   * @param klDivergence KL
   * @return a scalar
   */
  public NDArray total(NDArray reconstruction, NDArray klDivergence) {
    NDArray weight = klDivergence.getManager().create((float) alpha);
    return reconstruction.add(klDivergence.mul(weight));
  }

  /**
   * The weighted sum J of a batch.
   *
   * @param labels the scaled features (or counts, with a likelihood of counts) and, when the
   *     network has classes, the targets
   * @param predictions the output of {@link CiVaeBlock}
   * @return a scalar
   */
  @Override
  public NDArray evaluate(NDList labels, NDList predictions) {
    NDArray reconstruction =
        reconstruction(predictions.get(CiVaeBlock.PRE_ACTIVATION), labels.get(0));
    NDArray klDivergence =
        klDivergence(predictions.get(CiVaeBlock.MEAN), predictions.get(CiVaeBlock.LOG_VARIANCE));
    if (predictions.size() <= CiVaeBlock.LOGITS) {
      return total(reconstruction, klDivergence);
    }
    return total(
        reconstruction,
        klDivergence,
        discriminator(predictions.get(CiVaeBlock.LOGITS), labels.get(1)));
  }

  /** A function of the outputs that has the value and the gradient worked out in Java. */
  private NDArray ofCounts(NDArray outputs, NDArray counts) {
    CountLikelihood term =
        new CountLikelihood(likelihood, Math.toIntExact(counts.getShape().get(1)));
    float[] values = outputs.toFloatArray();
    float[] gradient = new float[values.length];
    int rows = Math.toIntExact(counts.getShape().get(0));
    double value = term.evaluate(values, counts.toFloatArray(), rows, gradient);
    NDManager scope = outputs.getManager();
    NDArray here = scope.create(values, outputs.getShape());
    NDArray slope = scope.create(gradient, outputs.getShape());
    return sum(outputs.sub(here).mul(slope)).add(scope.create((float) value));
  }

  /** The sum of a matrix by way of a matrix product: MXNet's own sum takes six times as long. */
  private static NDArray sum(NDArray matrix) {
    NDArray ones = matrix.getManager().ones(new Shape(1, matrix.getShape().get(1)));
    return Linear.linear(matrix, ones).singletonOrThrow().sum();
  }

  /** {@code factor / rows} as an array of the operand's scope. */
  private static NDArray share(NDArray operand, double factor) {
    return operand.getManager().create((float) (factor / operand.getShape().get(0)));
  }
}
