package io.civae.examples.command;

import io.civae.CiVaeBuilder;
import io.civae.examples.table.TableRecipe;
import java.util.ListResourceBundle;
import java.util.Locale;

/** What the help of commands on tables says of the options of a training that they share. */
final class TableDefaults extends ListResourceBundle {

  private static final String SMALL =
      String.format(
          Locale.ROOT, " for tables of up to %,d rows, for larger ones ", TableRecipe.MOST_ROWS);

  /** By the name of the option, as picocli looks them up. */
  @Override
  protected Object[][] getContents() {
    return new Object[][] {
      {
        "epochs",
        "Passes over the table. Default: as many as about "
            + TableRecipe.STEPS
            + " steps take"
            + SMALL
            + "at least 15."
      },
      {
        "alpha",
        "Weight of the KL divergence against the squared error summed over features. Default: "
            + CiVaeBuilder.DEFAULT_ALPHA
      },
      {
        "batch-size",
        "Rows in a step. Default: "
            + TableRecipe.SMALLEST_BATCH
            + " to "
            + TableRecipe.LARGEST_BATCH
            + SMALL
            + "at most 256."
      },
      {
        "hidden",
        "Widths of the encoder's hidden layers. Default: 64,32"
            + SMALL
            + "512,512,256,256,128,128,64."
      },
      {
        "latent-dim",
        "Size of the latent space. Default: "
            + TableRecipe.LATENT_DIM
            + SMALL
            + CiVaeBuilder.DEFAULT_LATENT_DIM
            + "."
      }
    };
  }
}
