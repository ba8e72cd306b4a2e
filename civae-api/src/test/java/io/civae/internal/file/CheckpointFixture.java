package io.civae.internal.file;

import io.civae.CiVaeConfig;
import io.civae.EpochMetrics;
import io.civae.LossTerms;
import io.civae.TrainingHistory;
import io.civae.fixture.HandMadeModels;
import io.civae.fixture.RandomParameters;
import io.civae.internal.checkpoint.Checkpoint;
import io.civae.internal.checkpoint.TrainingIdentity;
import io.civae.spi.BestEpoch;
import io.civae.spi.NetworkParameters;
import io.civae.spi.NetworkState;
import io.civae.spi.Tensor;
import io.civae.spi.TrainingState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Checkpoints of a training that no one did: four steps an epoch, validation worse every epoch. */
final class CheckpointFixture {

  static final int STEPS_PER_EPOCH = 4;

  private CheckpointFixture() {}

  static TrainingIdentity identity(CiVaeConfig config) {
    return new TrainingIdentity(
        config,
        List.of("a", "b"),
        List.of("x0", "x1", "x2"),
        Map.of("backend", "none", "trainingSha256", "0123"));
  }

  static TrainingIdentity identity() {
    return identity(HandMadeModels.smallConfig());
  }

  /** After a step, with everything a checkpoint can have. */
  static Checkpoint after(long step) {
    return after(identity(), step);
  }

  static Checkpoint after(TrainingIdentity identity, long step) {
    int epochs = (int) (step / STEPS_PER_EPOCH);
    long start = (long) epochs * STEPS_PER_EPOCH;
    return new Checkpoint(
        identity,
        new TrainingState(
            network(identity, step),
            start == step ? Optional.empty() : Optional.of(network(identity, start)),
            start == step ? Map.of() : Map.of("reconstruction", 1.0 / 3, "rows", 7.0),
            epochs == 0
                ? Optional.empty()
                : Optional.of(new BestEpoch(1, 0.1, network(identity, 1).parameters())),
            1,
            Duration.ofNanos(123_456_789L)),
        history(epochs, 1));
  }

  /** Each epoch's validation is {@code slope} more than the one before. */
  static TrainingHistory history(int epochs, double slope) {
    return TrainingHistory.of(
        IntStream.rangeClosed(1, epochs)
            .mapToObj(
                epoch ->
                    new EpochMetrics(
                        epoch,
                        new LossTerms(0.1 + epoch, 1, 2, 0, Double.NaN),
                        Optional.of(new LossTerms(100 + slope * epoch, 1, 2, 0, 0.5)),
                        0.01,
                        1.5))
            .toList());
  }

  private static NetworkState network(TrainingIdentity identity, long step) {
    NetworkParameters parameters = RandomParameters.of(step, identity.config(), 3, 2);
    Map<String, Tensor> optimizer = new LinkedHashMap<>();
    optimizer.put("mean.w", Tensor.of(new float[] {step, -0f, Float.MIN_VALUE}, 3));
    optimizer.put("variance.w", Tensor.of(new float[] {1f / 3, Float.POSITIVE_INFINITY}, 1, 2));
    return new NetworkState(step, parameters, optimizer);
  }

  static byte[] bytes(Checkpoint checkpoint) {
    try {
      return CheckpointArchive.write(checkpoint).toBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
