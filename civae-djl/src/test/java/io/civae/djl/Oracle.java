package io.civae.djl;

import io.civae.BatchNormalization;
import io.civae.CiVaeConfig;
import io.civae.Likelihood;
import io.civae.OutputActivation;
import io.civae.spi.NetworkParameters;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The network and its objective a second time, in plain doubles and straight from the formulas,
 * with no code in common with what it checks.
 */
final class Oracle {

  private final CiVaeConfig config;
  private final Map<String, double[]> values = new HashMap<>();

  Oracle(CiVaeConfig config, NetworkParameters parameters) {
    this.config = config;
    for (String name : parameters.names()) {
      float[] floats = parameters.get(name).values();
      double[] doubles = new double[floats.length];
      Arrays.setAll(doubles, i -> floats[i]);
      values.put(name, doubles);
    }
  }

  /** The values of one parameter, to be changed at will. */
  double[] values(String name) {
    double[] found = values.get(name);
    if (found == null) {
      throw new IllegalArgumentException("no parameter " + name);
    }
    return found;
  }

  /** Posterior means as latents, running statistics. */
  Pass infer(double[][] x) {
    return forward(x, null, false);
  }

  Pass forward(double[][] x, @Nullable Chance chance, boolean training) {
    double[][][] encoderMasks = chance == null ? new double[0][][] : chance.encoderMasks();
    double[][][] decoderMasks = chance == null ? new double[0][][] : chance.decoderMasks();
    double[][] h = hidden("encoder", config.hiddenLayers().length, x, encoderMasks, training);
    double[][] mean = linear(h, "encoder.mean");
    double[][] logVariance = linear(h, "encoder.logVariance");
    for (double[] row : logVariance) {
      Arrays.setAll(row, j -> Math.max(-16, Math.min(8, row[j])));
    }
    double[][] z = new double[x.length][];
    for (int i = 0; i < x.length; i++) {
      z[i] = mean[i].clone();
      for (int j = 0; chance != null && j < z[i].length; j++) {
        z[i][j] += Math.exp(logVariance[i][j] / 2) * chance.noise()[i][j];
      }
    }
    double[][] logits = logits(z);
    for (int i = 0; chance != null && i < chance.logitMask().length; i++) {
      double[] mask = chance.logitMask()[i];
      double[] row = logits[i];
      Arrays.setAll(row, c -> row[c] * mask[c]);
    }
    return new Pass(mean, logVariance, z, decode(z, decoderMasks, training), logits);
  }

  /** Before the output activation; with log θ and the logits of added zeros beside it. */
  double[][] decode(double[][] z, double[][][] masks, boolean training) {
    double[][] h = hidden("decoder", config.decoderLayers().length, z, masks, training);
    double[][] output = linear(h, "decoder.output");
    if (!config.likelihood().isOfCounts()) {
      return output;
    }
    boolean zeros = config.likelihood() == Likelihood.ZERO_INFLATED_NEGATIVE_BINOMIAL;
    double[][] zeroLogits = zeros ? linear(h, "decoder.zero") : new double[z.length][0];
    double[] dispersion = values("decoder.dispersion");
    for (int i = 0; i < output.length; i++) {
      output[i] =
          Stream.of(output[i], dispersion, zeroLogits[i]).flatMapToDouble(Arrays::stream).toArray();
    }
    return output;
  }

  double[][] logits(double[][] z) {
    return values.containsKey("discriminator.bias")
        ? linear(z, "discriminator")
        : new double[z.length][0];
  }

  double[][] activate(double[][] preActivation) {
    double[][] result = new double[preActivation.length][];
    for (int i = 0; i < result.length; i++) {
      result[i] = preActivation[i].clone();
      if (config.outputActivation() == OutputActivation.SOFTMAX) {
        int features = values("decoder.dispersion").length;
        result[i] = CountOracle.expectedShares(preActivation[i], features);
      }
      if (config.outputActivation() == OutputActivation.SIGMOID) {
        double[] row = result[i];
        Arrays.setAll(row, j -> 1 / (1 + Math.exp(-row[j])));
      }
    }
    return result;
  }

  double reconstruction(Pass pass, double[][] x) {
    if (config.likelihood().isOfCounts()) {
      double total = 0;
      for (int i = 0; i < x.length; i++) {
        total += CountOracle.negativeLogLikelihood(pass.preActivation()[i], x[i]);
      }
      return total / x.length;
    }
    double[][] reconstruction = activate(pass.preActivation());
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x[i].length; j++) {
        double p = reconstruction[i][j];
        sum +=
            config.likelihood() == Likelihood.GAUSSIAN
                ? (x[i][j] - p) * (x[i][j] - p)
                : -x[i][j] * Math.log(p) - (1 - x[i][j]) * Math.log1p(-p);
      }
    }
    return sum / x.length;
  }

  double klDivergence(Pass pass) {
    double sum = 0;
    for (int i = 0; i < pass.mean().length; i++) {
      for (int j = 0; j < pass.mean()[i].length; j++) {
        double mu = pass.mean()[i][j];
        double logVariance = pass.logVariance()[i][j];
        sum += 0.5 * (mu * mu + Math.exp(logVariance) - logVariance - 1);
      }
    }
    return sum / pass.mean().length;
  }

  static double crossEntropy(double[][] logits, int[] classes) {
    double sum = 0;
    int labelled = 0;
    for (int i = 0; i < classes.length; i++) {
      if (classes[i] >= 0) {
        double total = Arrays.stream(logits[i]).map(Math::exp).sum();
        sum += Math.log(total) - logits[i][classes[i]];
        labelled++;
      }
    }
    return labelled == 0 ? 0 : sum / labelled;
  }

  private double[][] hidden(
      String part, int depth, double[][] x, double[][][] masks, boolean training) {
    double[][] h = x;
    for (int layer = 0; layer < depth; layer++) {
      String name = part + ".hidden." + layer;
      h = linear(h, name);
      if (config.batchNormalization() == BatchNormalization.BEFORE_ACTIVATION) {
        normalize(h, name + ".norm", training);
      }
      for (double[] row : h) {
        Arrays.setAll(row, j -> Math.max(0, row[j]));
      }
      if (config.batchNormalization() == BatchNormalization.AFTER_ACTIVATION) {
        normalize(h, name + ".norm", training);
      }
      for (int i = 0; i < h.length && masks.length > 0; i++) {
        double[] mask = masks[layer][i];
        double[] row = h[i];
        Arrays.setAll(row, j -> row[j] * mask[j]);
      }
    }
    return h;
  }

  private double[][] linear(double[][] x, String name) {
    double[] weight = values(name + ".weight");
    double[] bias = values(name + ".bias");
    double[][] y = new double[x.length][bias.length];
    for (int i = 0; i < x.length; i++) {
      for (int o = 0; o < bias.length; o++) {
        double sum = bias[o];
        for (int k = 0; k < x[i].length; k++) {
          sum += weight[o * x[i].length + k] * x[i][k];
        }
        y[i][o] = sum;
      }
    }
    return y;
  }

  private void normalize(double[][] h, String name, boolean training) {
    for (int j = 0; j < h[0].length; j++) {
      double mean = training ? batchMean(h, j) : values(name + ".mean")[j];
      double variance = training ? batchVariance(h, j) : values(name + ".variance")[j];
      double factor = values(name + ".scale")[j] / Math.sqrt(variance + 1e-5);
      for (double[] row : h) {
        row[j] = (row[j] - mean) * factor + values(name + ".shift")[j];
      }
    }
  }

  static double batchMean(double[][] h, int column) {
    return Arrays.stream(h).mapToDouble(row -> row[column]).average().orElseThrow();
  }

  static double batchVariance(double[][] h, int column) {
    double mean = batchMean(h, column);
    return Arrays.stream(h)
        .mapToDouble(row -> (row[column] - mean) * (row[column] - mean))
        .average()
        .orElseThrow();
  }

  /** The first hidden layer's linear output, which batch normalisation sees. */
  double[][] firstLinear(double[][] x) {
    return linear(x, "encoder.hidden.0");
  }

  /** The random numbers of a training pass: ε and dropout masks, which may be none. */
  @SuppressWarnings("ArrayRecordComponent") // never compared, and no one else sees it
  record Chance(
      double[][] noise,
      double[][][] encoderMasks,
      double[][][] decoderMasks,
      double[][] logitMask) {}

  /** What a pass came to; the logits are empty without classes. */
  @SuppressWarnings("ArrayRecordComponent") // never compared, and no one else sees it
  record Pass(
      double[][] mean,
      double[][] logVariance,
      double[][] latent,
      double[][] preActivation,
      double[][] logits) {}
}
