/**
 * The backend-agnostic heart of CI-VAE: what a user types, the logic above the parameters, the SPI.
 */
// Whoever compiles this module has not compiled the one below, which needs it first.
@SuppressWarnings("module")
module io.civae {
  requires com.google.common;
  requires com.google.gson;
  requires org.slf4j;
  // In public signatures: whoever compiles against them sees the same nullness.
  requires static transitive org.jspecify;

  exports io.civae;
  exports io.civae.augment;
  exports io.civae.data;
  exports io.civae.spi;
  exports io.civae.walk;
  // The judge of evaluation is a network that the same backends train.
  exports io.civae.internal.classifier to
      io.civae.evaluation;

  uses io.civae.spi.BackendProvider;
}
