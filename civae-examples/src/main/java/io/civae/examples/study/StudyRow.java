package io.civae.examples.study;

import io.civae.CiVaeBuilder;

/**
 * The models that are trained and compared: the same network and recipe, less some terms of the
 * objective.
 */
public enum StudyRow {
  /** The whole objective. */
  CI_VAE("CI-VAE", "ci-vae"),

  /** Without the discriminator: β is 0. */
  VAE("VAE", "vae"),

  /** Without the divergence too: α and β are 0 and nothing is sampled. */
  AUTOENCODER("autoencoder", "autoencoder"),

  /** A VAE whose encoder and decoder are told the class. */
  CONDITIONAL_VAE("conditional VAE", "conditional-vae");

  private final String label;
  private final String folder;

  StudyRow(String label, String folder) {
    this.label = label;
    this.folder = folder;
  }

  /** For tables. */
  String label() {
    return label;
  }

  /** The name as typed. */
  @Override
  public String toString() {
    return folder;
  }

  /** The name of the run under one seed. */
  String runName(int seed) {
    return folder + "-seed" + seed;
  }

  /** Takes the terms away that this model lacks. */
  CiVaeBuilder applyTo(CiVaeBuilder recipe) {
    return switch (this) {
      case CI_VAE -> recipe;
      case VAE -> recipe.beta(0);
      // Its training knows none of the rest, see ConditionalVae.
      case CONDITIONAL_VAE ->
          recipe.beta(0).dropout(0).discriminatorDropout(0).gradientClipping(0).earlyStopping(0);
      case AUTOENCODER -> recipe.beta(0).alpha(0).sampling(false);
    };
  }

  /** Whether log-variances and the divergence mean something. */
  boolean hasPosterior() {
    return this != AUTOENCODER;
  }
}
