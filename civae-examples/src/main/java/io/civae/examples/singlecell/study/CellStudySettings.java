package io.civae.examples.singlecell.study;

import io.civae.CiVaeBuilder;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * How a study is done.
 *
 * @param compared makes the settings of a CI-VAE whose separability is compared with a VAE's
 * @param walking makes the settings of a CI-VAE that walks
 * @param highlyVariable how many variable genes models see, 0 for all; empty for the default, or
 *     all genes where there are no more
 * @param genes to keep and to report, by id or name
 * @param librarySizeColumn where library sizes stand; empty for sums over the genes of the source
 * @param seeds trainings of each model, at least 1
 * @param seed of the split, the walks and everything after
 */
public record CellStudySettings(
    Supplier<CiVaeBuilder> compared,
    Supplier<CiVaeBuilder> walking,
    OptionalInt highlyVariable,
    List<String> genes,
    Optional<String> librarySizeColumn,
    int seeds,
    long seed) {

  /** Variable genes unless set otherwise. */
  public static final int DEFAULT_HIGHLY_VARIABLE = 1_000;

  /** Checks the ranges. */
  public CellStudySettings {
    genes = List.copyOf(genes);
    if (seeds < 1) {
      throw new IllegalArgumentException("seeds (" + seeds + ") must be at least 1");
    }
    if (highlyVariable.isPresent() && highlyVariable.getAsInt() < 0) {
      throw new IllegalArgumentException(
          "--highly-variable (" + highlyVariable.getAsInt() + ") must be at least 0");
    }
    compared.get().config();
    walking.get().config();
  }
}
