package io.civae.examples.gain;

/** What the users are trained on. */
enum Way {
  /** The real rows alone. */
  NONE("none"),
  /** With members drawn again. */
  DUPLICATED("duplicated"),
  /** With SMOTE's rows. */
  SMOTE("SMOTE"),
  /** With walks by a CI-VAE. */
  WALKS("CI-VAE walks");

  private final String words;

  Way(String words) {
    this.words = words;
  }

  @Override
  public String toString() {
    return words;
  }
}
