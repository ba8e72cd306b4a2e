package io.civae.examples.singlecell.study;

import io.civae.examples.singlecell.AnnotatedCells;
import io.civae.examples.singlecell.CellSource;
import io.civae.examples.singlecell.GeneList;
import io.civae.examples.singlecell.NearNames;
import io.civae.examples.singlecell.preprocess.PreparedCells;
import io.civae.examples.singlecell.preprocess.PreprocessingPlan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * From annotated cells to the cells of a study. Everything that was asked is checked first; then
 * genes are chosen on training cells only, and every cell is transformed by that record.
 */
final class CellPreparation {

  /** A gene that fewer training cells show is noise. */
  private static final int LEAST_CELLS_PER_GENE = 3;

  private static final String LIBRARY_SIZES = "library_size";

  private final CellSource source;
  private final CellStudySettings settings;
  private final CellRoles roles;
  private final WalkPlan plan;

  /**
   * Checks what was asked.
   *
   * @throws IllegalArgumentException if a column, state, type or gene does not exist or a walk has
   *     too few cells
   */
  CellPreparation(CellSource annotated, CellQuestion question, CellStudySettings settings) {
    this.settings = settings;
    int[] taking = CellRoles.of(annotated.cells(), question).taking();
    if (taking.length == 0) {
      throw new IllegalArgumentException("no cell has a type and is in one of the states");
    }
    source =
        AnnotatedCells.join(
            annotated, annotated.cells().select(taking), AnnotatedCells.Unmatched.DROP);
    roles = CellRoles.of(source.cells(), question);
    plan = WalkPlan.of(roles);
    requireGenes(source.genes());
    settings
        .librarySizeColumn()
        .ifPresent(
            column -> {
              if (!source.cells().columnNames().contains(column)) {
                throw new IllegalArgumentException(
                    "--library-size ("
                        + column
                        + ") must be one of the columns "
                        + source.cells().columnNames());
              }
            });
  }

  private void requireGenes(GeneList genes) {
    List<String> unknown = new ArrayList<>();
    List<String> names = new ArrayList<>(genes.ids());
    for (int gene = 0; gene < genes.size(); gene++) {
      names.add(genes.name(gene));
    }
    for (String gene : settings.genes()) {
      if (genes.find(gene).isEmpty()) {
        unknown.add("\"" + gene + "\"" + NearNames.hint(gene, new LinkedHashSet<>(names)));
      }
    }
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "--genes must be among the "
              + genes.size()
              + " genes of the matrix; there is no "
              + String.join(", no ", unknown));
    }
  }

  CellRoles roles() {
    return roles;
  }

  WalkPlan plan() {
    return plan;
  }

  /** Where library sizes are taken from: the column asked for, or one of the usual name. */
  Optional<String> librarySizes() {
    return settings
        .librarySizeColumn()
        .or(
            () ->
                Optional.of(LIBRARY_SIZES)
                    .filter(column -> source.cells().columnNames().contains(column)));
  }

  /** Splits, chooses genes and transforms. */
  StudyCells prepare() throws IOException {
    CellParts parts = CellParts.of(roles, settings.seed());
    PreprocessingPlan.Builder builder =
        PreprocessingPlan.builder()
            .minCellsPerGene(LEAST_CELLS_PER_GENE)
            .keepGenes(settings.genes());
    librarySizes().ifPresent(builder::librarySizeColumn);
    if (settings.highlyVariable().isPresent()) {
      builder.variableGenes(settings.highlyVariable().getAsInt());
    } else {
      builder.variableGenesAtMost(CellStudySettings.DEFAULT_HIGHLY_VARIABLE);
    }
    CellSource training =
        AnnotatedCells.join(
            source, source.cells().select(parts.training()), AnnotatedCells.Unmatched.DROP);
    PreparedCells prepared = builder.build().fit(training).preprocessing().apply(source);
    return new StudyCells(prepared, roles, parts, plan);
  }

  /** The features' names of the genes that were named, in that order. */
  List<String> named(StudyCells cells) {
    GeneList genes = cells.prepared().preprocessing().genes();
    List<String> features = cells.genes();
    return settings.genes().stream()
        .map(gene -> features.get(genes.find(gene).orElseThrow()))
        .distinct()
        .toList();
  }
}
