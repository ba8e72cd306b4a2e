package io.civae.djl;

/** Draws the random numbers of a training step into buffers of its own. */
interface StepDraws {

  /** Draws for one step, counted from 0; the arrays of the step before stay as they are. */
  void draw(long step, int rows);
}
