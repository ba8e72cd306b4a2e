package io.civae.spi;

import com.google.common.collect.ImmutableMap;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Everything a training has come to after a step: continued from here, it makes the same steps, and
 * ends with the same bits, as if it had never stopped. Immutable.
 *
 * <p>There is no generator among it: random numbers are addressed by seed, epoch and step, see
 * {@link SeededRandom}.
 *
 * @param current the network after its last step
 * @param epochStart the network where the epoch under way began, to which a training that diverges
 *     goes back; empty when {@code current} itself stands between two epochs
 * @param sums what the backend has added up for the metrics of the epoch under way, under names of
 *     its own; empty between two epochs
 * @param best the best epoch so far; empty without early stopping, or before there is one
 * @param rollbacks how often it has gone back to an earlier state because it diverged
 * @param elapsed how long its steps took
 */
public record TrainingState(
    NetworkState current,
    Optional<NetworkState> epochStart,
    Map<String, Double> sums,
    Optional<BestEpoch> best,
    int rollbacks,
    Duration elapsed) {

  /**
   * Keeps a copy.
   *
   * @param current the network after its last step
   * @param epochStart where the epoch under way began
   * @param sums for the metrics of the epoch under way
   * @param best the best epoch so far
   * @param rollbacks how often it has gone back
   * @param elapsed how long its steps took
   * @throws IllegalArgumentException if the epoch began after the last step, a sum is not finite,
   *     or a number is negative
   */
  public TrainingState {
    if (epochStart.isPresent() && epochStart.get().step() >= current.step()) {
      throw new IllegalArgumentException(
          "epochStart.step ("
              + epochStart.get().step()
              + ") must be below current.step ("
              + current.step()
              + ")");
    }
    sums = ImmutableMap.copyOf(sums);
    sums.forEach(
        (name, sum) -> {
          if (!Double.isFinite(sum)) {
            throw new IllegalArgumentException("sum " + name + " (" + sum + ") must be finite");
          }
        });
    if (rollbacks < 0) {
      throw new IllegalArgumentException("rollbacks (" + rollbacks + ") must be at least 0");
    }
    if (elapsed.isNegative()) {
      throw new IllegalArgumentException("elapsed (" + elapsed + ") must not be negative");
    }
  }

  /**
   * A state between two epochs.
   *
   * @param current the network
   * @return without a best epoch or rollbacks
   */
  public static TrainingState of(NetworkState current) {
    return new TrainingState(
        current, Optional.empty(), Map.of(), Optional.empty(), 0, Duration.ZERO);
  }

  /**
   * The number of steps done.
   *
   * @return that of the network
   */
  public long step() {
    return current.step();
  }

  /**
   * The parameters of a model made of this state.
   *
   * @return those of the best epoch, or else the current ones
   */
  public NetworkParameters chosen() {
    return best.map(BestEpoch::parameters).orElse(current.parameters());
  }

  /**
   * Where a training that diverges goes on: where the epoch under way began, with one rollback
   * more.
   *
   * @return a state between two epochs
   */
  public TrainingState rolledBack() {
    return new TrainingState(
        epochStart.orElse(current), Optional.empty(), Map.of(), best, rollbacks + 1, elapsed);
  }
}
