package io.civae.djl;

import java.util.List;

/** How well a batch is explained, forward and backward. */
interface ObservationPass {

  /** Gradients that add up to that of what went in. */
  List<EngineMatrix> inputGradients();

  /** Begins the gradients' products and returns L; see {@link CiVaeLoss#reconstruction}. */
  double run(float[] observed);
}
