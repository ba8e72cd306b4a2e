package io.civae;

/** Where each hidden layer normalises over the batch (Ioffe and Szegedy, 2015). */
public enum BatchNormalization {

  /** Linear, batch normalisation, ReLU, dropout: the order in the paper's text. */
  BEFORE_ACTIVATION,

  /** Linear, ReLU, batch normalisation, dropout: the order in the authors' published code. */
  AFTER_ACTIVATION,

  /** Linear, ReLU, dropout. */
  NONE
}
