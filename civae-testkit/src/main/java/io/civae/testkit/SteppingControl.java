package io.civae.testkit;

import io.civae.TrainingListener;
import io.civae.TrainingProgress;
import io.civae.spi.TrainingControl;
import io.civae.spi.TrainingState;
import java.util.ArrayList;
import java.util.List;

/** Takes the state after every step, and ends training after a given one. */
final class SteppingControl implements TrainingControl {

  private final RecordingListener listener = new RecordingListener();
  private final long lastStep;
  private final List<TrainingState> states = new ArrayList<>();
  private final List<Long> asked = new ArrayList<>();

  /** Ends training after the given step, counted from the start of the whole training. */
  SteppingControl(long lastStep) {
    this.lastStep = lastStep;
  }

  @Override
  public TrainingListener listener() {
    return listener;
  }

  RecordingListener seen() {
    return listener;
  }

  /** The states taken, in order. */
  List<TrainingState> states() {
    return states;
  }

  /** After which steps it was asked whether training goes on. */
  List<Long> asked() {
    return asked;
  }

  @Override
  public boolean goesOn() {
    long step = listener.steps().get(listener.steps().size() - 1).step();
    asked.add(step);
    return step < lastStep;
  }

  @Override
  public boolean wantsState(TrainingProgress progress) {
    return true;
  }

  @Override
  public void take(TrainingState state) {
    states.add(state);
  }

  @Override
  public int rollbacks() {
    return 0;
  }
}
