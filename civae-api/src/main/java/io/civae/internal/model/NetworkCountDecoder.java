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
    return inference.whileOpen(() -> rows(z, (i, shares, inflation) -> inflation));
  }

  @Override
  public float[][] expected(float[][] z, float[] librarySizes) {
    return inference.whileOpen(
        () -> {
          checkSizes(librarySizes, z.length);
          return rows(
              z,
              (i, shares, inflation) -> {
                for (int j = 0; j < shares.length; j++) {
                  shares[j] = (1 - inflation[j]) * shares[j] * librarySizes[i];
                }
                return shares;
              });
        });
  }

  @Override
  public float[][] sample(float[][] z, float[] librarySizes, long seed) {
    return inference.whileOpen(
        () -> {
          checkSizes(librarySizes, z.length);
          return rows(
              z,
              (i, shares, inflation) -> {
                draw(shares, inflation, librarySizes[i], SeededRandom.of(seed, STREAM, i));
                return shares;
              });
        });
  }

  private void draw(float[] row, float[] inflation, float size, SeededRandom random) {
    for (int j = 0; j < row.length; j++) {
      int count =
          RandomCounts.negativeBinomial(random, (double) size * row[j], 1.0 / dispersion[j]);
      row[j] = random.nextFloat() < inflation[j] ? 0 : count;
    }
  }

  /** Decodes some rows at a time, so that the whole result never is held twice. */
  private float[][] rows(float[][] z, Answer answer) {
    float[] flat = Rows.flatten("z", z, latentDim);
    int features = dispersion.length;
    int most = Rows.together(Inference.CHUNK_ROWS, features);
    float[][] answers = new float[z.length][];
    for (int first = 0; first < z.length; first += most) {
      int count = Math.min(most, z.length - first);
      float[] shares = new float[count * features];
      float[] inflation = new float[shares.length];
      // The logit of a probability of 0, for a network without added zeros.
      Arrays.fill(inflation, Float.NEGATIVE_INFINITY);
      network.decodeCounts(
          Arrays.copyOfRange(flat, first * latentDim, (first + count) * latentDim),
          count,
          shares,
          inflation);
      for (int k = 0; k < inflation.length; k++) {
        inflation[k] = (float) (1 / (1 + Math.exp(-inflation[k])));
      }
      for (int i = 0; i < count; i++) {
        int from = i * features;
        answers[first + i] =
            answer.of(
                first + i,
                Arrays.copyOfRange(shares, from, from + features),
                Arrays.copyOfRange(inflation, from, from + features));
      }
    }
    return answers;
  }

  private static void checkSizes(float[] librarySizes, int rows) {
    if (librarySizes.length != rows) {
      throw new IllegalArgumentException(
          "librarySizes has " + librarySizes.length + " values; " + rows + " rows ask for as many");
    }
    for (int i = 0; i < rows; i++) {
      if (!(librarySizes[i] > 0 && librarySizes[i] < Float.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "librarySizes[" + i + "] (" + librarySizes[i] + ") must be finite and positive");
      }
    }
  }

  /** What is asked of a row: its shares before zeros are added, and the probability of these. */
  private interface Answer {

    /** May write to either array. */
    float[] of(int row, float[] shares, float[] inflation);
  }
}
