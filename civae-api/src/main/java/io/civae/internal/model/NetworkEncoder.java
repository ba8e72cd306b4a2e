package io.civae.internal.model;

import io.civae.Encoder;
import io.civae.LatentDistribution;
import io.civae.data.FeatureMatrix;
import io.civae.spi.Accelerator;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Scales, then runs the encoder. */
final class NetworkEncoder implements Encoder {

  private final Inference inference;
  private final FeatureScaler scaler;
  private final int latentDim;

  /** What the last call for a single row left for the next; null while one is under way. */
  private final AtomicReference<@Nullable SingleRow> spare = new AtomicReference<>();

  /** Memory of a call for a single row, apart from its result. */
  private static final class SingleRow {
    private final float[] scaled;
    private final float[] logVariance;

    SingleRow(int features, int latentDim) {
      scaled = new float[features];
      logVariance = new float[latentDim];
    }
  }

  NetworkEncoder(Inference inference, FeatureScaler scaler, int latentDim) {
    this.inference = inference;
    this.scaler = scaler;
    this.latentDim = latentDim;
  }

  @Override
  public LatentDistribution encode(FeatureMatrix x) {
    float[] mean = new float[Rows.values("mean", x.rows(), latentDim)];
    float[] logVariance = new float[mean.length];
    encodeInto(x, mean, logVariance);
    return distribution(mean, logVariance);
  }

  @Override
  public void encodeInto(FeatureMatrix x, float[] mean, float[] logVariance) {
    int rows = x.rows();
    Rows.checkLength("mean", mean, rows, latentDim);
    Rows.checkLength("logVariance", logVariance, rows, latentDim);
    inference.run(
        () -> {
          Rows.checkWidth("x", x.columns(), scaler.features());
          Accelerator network = inference.forRows(rows);
          int most = Rows.together(Inference.CHUNK_ROWS, scaler.features());
          float[] chunk = new float[Math.min(rows, most) * scaler.features()];
          if (rows <= most) {
            load(x, 0, rows, chunk);
            network.encode(chunk, rows, mean, logVariance);
          } else {
            inChunks(network, x, most, chunk, mean, logVariance);
          }
        });
  }

  private void inChunks(
      Accelerator network,
      FeatureMatrix x,
      int most,
      float[] chunk,
      float[] mean,
      float[] logVariance) {
    float[] m = new float[most * latentDim];
    float[] v = new float[m.length];
    for (int first = 0; first < x.rows(); first += most) {
      int count = Math.min(most, x.rows() - first);
      load(x, first, count, chunk);
      network.encode(chunk, count, m, v);
      System.arraycopy(m, 0, mean, first * latentDim, count * latentDim);
      System.arraycopy(v, 0, logVariance, first * latentDim, count * latentDim);
    }
  }

  private void load(FeatureMatrix x, int first, int count, float[] chunk) {
    Rows.copy("x", x, first, count, chunk);
    scaler.scaleObservations("x", chunk, count, first);
  }

  @Override
  public LatentDistribution encode(float[][] x) {
    return inference.whileOpen(
        () -> {
          float[] flat = Rows.flatten("x", x, scaler.features());
          scaler.scaleObservations("x", flat, x.length, 0);
          float[] mean = new float[Rows.values("mean", x.length, latentDim)];
          float[] logVariance = new float[mean.length];
          inference.forRows(x.length).encode(flat, x.length, mean, logVariance);
          return distribution(mean, logVariance);
        });
  }

  private LatentDistribution distribution(float[] mean, float[] logVariance) {
    return LatentDistribution.of(Rows.split(mean, latentDim), Rows.split(logVariance, latentDim));
  }

  @Override
  public float[] mean(float[] x) {
    return inference.whileOpen(
        () -> {
          Rows.checkOnly("x", x, scaler.features());
          @Nullable SingleRow kept = spare.getAndSet(null);
          SingleRow row = kept == null ? new SingleRow(x.length, latentDim) : kept;
          System.arraycopy(x, 0, row.scaled, 0, x.length);
          scaler.scaleObservations("x", row.scaled, 1, 0);
          float[] mean = new float[latentDim];
          inference.forRows(1).encode(row.scaled, 1, mean, row.logVariance);
          spare.set(row);
          return mean;
        });
  }

  @Override
  public int featureCount() {
    return inference.whileOpen(scaler::features);
  }

  @Override
  public int latentDim() {
    return inference.whileOpen(() -> latentDim);
  }
}
