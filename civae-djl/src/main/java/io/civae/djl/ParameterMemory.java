package io.civae.djl;

import ai.djl.ndarray.NDManager;
import java.nio.FloatBuffer;

/** One trained parameter and its gradient in memory that Java reads and writes. */
interface ParameterMemory {

  FloatBuffer values();

  /** Gets hold of the gradient, which from now on belongs to the step's scope if it is new. */
  void takeGradient(NDManager scope);

  FloatBuffer gradient();

  /** The gradient has been used. */
  void clearGradient();
}
