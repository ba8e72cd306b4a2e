package io.civae.internal.model;

import io.civae.CountDecoder;
import io.civae.internal.network.PlainNetwork;
import io.civae.spi.CountLikelihood;
import io.civae.spi.RandomCounts;
import io.civae.spi.SeededRandom;
import io.civae.spi.Tensor;
import java.util.Arrays;

/** Runs the decoder of a network of counts in plain Java. */
final class NetworkCountDecoder implements CountDecoder {

  private static final long STREAM = 0x434F_554EL;

  private final Inference inference;
  private final PlainNetwork network;
  private final int latentDim;
  private final float librarySize;
  private final float[] dispersion;

  NetworkCountDecoder(
      Inference inference,
      PlainNetwork network,
      int latentDim,
      float librarySize,
      Tensor logDispersion) {
    this.inference = inference;
    this.network = network;
    this.latentDim = latentDim;
    this.librarySize = librarySize;
    dispersion = logDispersion.values();
    for (int j = 0; j < dispersion.length; j++) {
      dispersion[j] = (float) CountLikelihood.dispersion(dispersion[j]);
    }
  }

  @Override
  public float librarySize() {
    return inference.whileOpen(() -> librarySize);
  }

  @Override
  public float[] dispersion() {
    return inference.whileOpen(dispersion::clone);
  }

  @Override
  public float[][] zeroInflation(float[][] z) {
    return inference.whileOpen(() -> decoded(z).inflation());
  }

  @Override
  public float[][] expected(float[][] z, float[] librarySizes) {
    return inference.whileOpen(
        () -> {
          Decoded decoded = decoded(z);
          checkSizes(librarySizes, z.length);
          float[][] x = decoded.shares();
          float[][] inflation = decoded.inflation();
          for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x[i].length; j++) {
              x[i][j] = (1 - inflation[i][j]) * x[i][j] * librarySizes[i];
            }
          }
          return x;
        });
  }

  @Override
  public float[][] sample(float[][] z, float[] librarySizes, long seed) {
    return inference.whileOpen(
        () -> {
          Decoded decoded = decoded(z);
          checkSizes(librarySizes, z.length);
          float[][] x = decoded.shares();
          float[][] inflation = decoded.inflation();
          for (int i = 0; i < x.length; i++) {
            draw(x[i], inflation[i], librarySizes[i], SeededRandom.of(seed, STREAM, i));
          }
          return x;
        });
  }

  private void draw(float[] row, float[] inflation, float size, SeededRandom random) {
    for (int j = 0; j < row.length; j++) {
      int count =
          RandomCounts.negativeBinomial(random, (double) size * row[j], 1.0 / dispersion[j]);
      row[j] = random.nextFloat() < inflation[j] ? 0 : count;
    }
  }

  private Decoded decoded(float[][] z) {
    float[] flat = Rows.flatten("z", z, latentDim);
    int features = dispersion.length;
    float[] shares = new float[Math.multiplyExact(z.length, features)];
    float[] inflation = new float[shares.length];
    // The logit of a probability of 0, for a network without added zeros.
    Arrays.fill(inflation, Float.NEGATIVE_INFINITY);
    network.decodeCounts(flat, z.length, shares, inflation);
    for (int k = 0; k < inflation.length; k++) {
      inflation[k] = (float) (1 / (1 + Math.exp(-inflation[k])));
    }
    return new Decoded(Rows.split(shares, features), Rows.split(inflation, features));
  }

  private static void checkSizes(float[] librarySizes, int rows) {
    if (librarySizes.length != rows) {
      throw new IllegalArgumentException(
          "librarySizes has " + librarySizes.length + " values; " + rows + " rows ask for as many");
    }
    for (int i = 0; i < rows; i++) {
      if (!(librarySizes[i] > 0 && librarySizes[i] <= CountLikelihood.LARGEST_COUNT)) {
        throw new IllegalArgumentException(
            "librarySizes["
                + i
                + "] ("
                + librarySizes[i]
                + ") must be above 0 and at most "
                + CountLikelihood.LARGEST_COUNT);
      }
    }
  }

  /** Shares before zeros are added, and the probability of these. */
  private static final class Decoded {

    private final float[][] shares;
    private final float[][] inflation;

    Decoded(float[][] shares, float[][] inflation) {
      this.shares = shares;
      this.inflation = inflation;
    }

    float[][] shares() {
      return shares;
    }

    float[][] inflation() {
      return inflation;
    }
  }
}
