package io.civae.examples.command;

import io.civae.CiVae;
import io.civae.CiVaeConfig;
import io.civae.examples.study.QuickStudy;
import io.civae.examples.study.Recipe;
import java.util.Arrays;
import java.util.ListResourceBundle;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the help of commands with {@code --recipe} says of the options of a training: left out, they
 * are the recipe's, and what that is without {@code --recipe} differs from command to command.
 */
final class RecipeDefaults extends ListResourceBundle {

  private final Function<Function<CiVaeConfig, String>, String> otherwise;
  private final String epochs;
  private final String batchSize;

  private RecipeDefaults(
      Function<Function<CiVaeConfig, String>, String> otherwise, String epochs, String batchSize) {
    this.otherwise = otherwise;
    this.epochs = epochs;
    this.batchSize = batchSize;
  }

  /** Of a command that takes the library's defaults where no recipe is typed. */
  static RecipeDefaults orTheLibrarys() {
    CiVaeConfig library = CiVae.builder().config();
    return new RecipeDefaults(
        value -> "the recipe's; without one " + value.apply(library),
        "the recipe's; without one at least 15",
        "the recipe's; without one at most 256");
  }

  /** Of the study, which takes a recipe in any case, and shrinks it when it is to be quick. */
  static RecipeDefaults orPlain() {
    CiVaeConfig plain = Recipe.PLAIN.builder().config();
    CiVaeConfig quick = QuickStudy.shrink(Recipe.PLAIN.builder()).config();
    Function<Function<CiVaeConfig, String>, String> text =
        value -> {
          String usual = "the recipe's; that of plain is " + value.apply(plain);
          return value.apply(plain).equals(value.apply(quick))
              ? usual
              : usual + ", with --quick " + value.apply(quick);
        };
    return new RecipeDefaults(
        text,
        text.apply(config -> Integer.toString(config.epochs())),
        text.apply(config -> Integer.toString(config.batchSize())));
  }

  /** By the name of the option, as picocli looks them up. */
  @Override
  protected Object[][] getContents() {
    return new Object[][] {
      {"epochs", "Passes over the training images. Default: " + epochs + "."},
      {
        "alpha",
        "Weight of the KL divergence against the squared error summed over pixels. Default: "
            + otherwise.apply(config -> number(config.alpha()))
            + "."
      },
      {
        "beta",
        "Weight of the discriminator's cross-entropy against the same; 0 is a plain VAE. Default: "
            + otherwise.apply(config -> number(config.beta()))
            + "."
      },
      {"batch-size", "Images in a step. Default: " + batchSize + "."},
      {
        "learning-rate",
        "Peak learning rate. Default: "
            + otherwise.apply(config -> number(config.learningRate()))
            + "."
      },
      {
        "hidden",
        "Widths of the encoder's hidden layers; the decoder mirrors them. Default: "
            + otherwise.apply(RecipeDefaults::widths)
            + "."
      },
      {
        "latent-dim",
        "Size of the latent space. Default: "
            + otherwise.apply(config -> Integer.toString(config.latentDim()))
            + "."
      },
      {
        "dropout",
        "Share of hidden units dropped. Default: "
            + otherwise.apply(config -> number(config.dropout()))
            + "."
      }
    };
  }

  private static String widths(CiVaeConfig config) {
    return Arrays.stream(config.hiddenLayers())
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(","));
  }

  /** As one would type it: 12 rather than 12.0. */
  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
