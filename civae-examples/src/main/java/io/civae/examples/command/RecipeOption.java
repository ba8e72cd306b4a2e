package io.civae.examples.command;

import io.civae.examples.study.Recipe;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Settings that go together. */
final class RecipeOption {

  @Option(
      names = "--recipe",
      paramLabel = "R",
      description =
          "Sets what is not typed: paper, the authors' settings; plain, a CI-VAE with nothing to it;"
              + " best, three wide layers and jittered images."
              + " Default: plain for paper, the library's defaults for mnist.")
  @Nullable Recipe recipe;
}
