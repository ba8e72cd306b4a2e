package io.civae.benchmarks;

import java.util.Locale;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.variational.LossFunctionWrapper;
import org.deeplearning4j.nn.conf.layers.variational.VariationalAutoencoder;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/**
 * Deeplearning4j's variational autoencoder of the benchmark's widths, as one JSON object. It has
 * neither batch normalisation nor a discriminator, so it does less than a CI-VAE.
 *
 * <p>Arguments: the number of timed steps after 300 of warm-up. Threads are those of OMP_NUM_THREADS.
 */
public final class Dl4jVae {

  private static final int[] WIDTHS = {512, 512, 256, 256, 128, 128, 64};
  private static final int[] MIRRORED = {64, 128, 128, 256, 256, 512, 512};
  private static final int FEATURES = 784;
  private static final int LATENT = 20;
  private static final int BATCH = 512;
  private static final int WARM_UP = 300;
  private static final int BULK = 1024;
  private static final int BULK_CALLS = 20;
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double NANOS_PER_SECOND = 1e9;

  private Dl4jVae() {}

  public static void main(String[] args) {
    int steps = Integer.parseInt(args[0]);
    Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
    MultiLayerConfiguration configuration =
        new NeuralNetConfiguration.Builder()
            .seed(1)
            .updater(new Adam(1e-3))
            .list()
            .layer(
                new VariationalAutoencoder.Builder()
                    .activation(Activation.RELU)
                    .encoderLayerSizes(WIDTHS)
                    .decoderLayerSizes(MIRRORED)
                    .pzxActivationFunction(Activation.IDENTITY)
                    .reconstructionDistribution(
                        new LossFunctionWrapper(
                            Activation.SIGMOID, LossFunctions.LossFunction.MSE.getILossFunction()))
                    .nIn(FEATURES)
                    .nOut(LATENT)
                    .build())
            .build();
    MultiLayerNetwork network = new MultiLayerNetwork(configuration);
    network.init();
    INDArray batch = Nd4j.rand(BATCH, FEATURES);
    for (int i = 0; i < WARM_UP; i++) {
      network.pretrainLayer(0, batch);
    }
    long start = System.nanoTime();
    for (int i = 0; i < steps; i++) {
      network.pretrainLayer(0, batch);
    }
    double step = (System.nanoTime() - start) / NANOS_PER_MILLI / steps;

    var layer =
        (org.deeplearning4j.nn.layers.variational.VariationalAutoencoder) network.getLayer(0);
    double encode = rate(Nd4j.rand(BULK, FEATURES), network::output);
    double decode = rate(Nd4j.rand(BULK, LATENT), layer::generateAtMeanGivenZ);
    System.out.printf(
        Locale.ROOT,
        "{\"engine\":\"Deeplearning4j\",\"trainingStepMillis\":%.3f,\"encodeRowsPerSecond\":%.0f,"
            + "\"decodeRowsPerSecond\":%.0f}%n",
        step,
        encode,
        decode);
  }

  private interface Pass {
    INDArray of(INDArray rows);
  }

  private static double rate(INDArray rows, Pass pass) {
    for (int i = 0; i < BULK_CALLS; i++) {
      pass.of(rows);
    }
    long start = System.nanoTime();
    for (int i = 0; i < BULK_CALLS; i++) {
      pass.of(rows);
    }
    return BULK_CALLS * BULK * NANOS_PER_SECOND / (System.nanoTime() - start);
  }
}
