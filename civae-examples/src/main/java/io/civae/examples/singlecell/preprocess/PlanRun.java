package io.civae.examples.singlecell.preprocess;

import io.civae.data.FeatureMatrix;
import io.civae.examples.singlecell.CellSource;
import io.civae.examples.singlecell.CellTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A plan carried out on a source, step by step. */
final class PlanRun {

  private final PreprocessingPlan plan;
  private final CellSource source;
  private final List<PreprocessingStep> steps = new ArrayList<>();

  PlanRun(PreprocessingPlan plan, CellSource source) {
    this.plan = plan;
    this.source = source;
  }

  PreparedCells run() throws IOException {
    int[] keptGenes = keptGenes();
    CellQuality quality = CellQuality.of(source, plan);
    CellTable cells = keptCells(quality);
    int[] rows = quality.keptCells();
    double[] librarySizes =
        LibrarySizes.of(
            cells,
            plan.librarySizeColumn(),
            cell -> quality.sum(rows[cell]),
            plan.normalization() != Normalization.NONE);
    int[] passing = passingGenes(quality);
    Optional<Double> targetSum = targetSum(librarySizes);
    int[] selected = selected(passing, keptGenes, quality, librarySizes, targetSum);
    if (plan.takesLogarithms()) {
      step("logarithms", Map.of());
    }
    Preprocessing record =
        new Preprocessing(
            source.genes().select(selected),
            targetSum,
            plan.librarySizeColumn(),
            plan.takesLogarithms(),
            steps);
    long values = Arrays.stream(selected).mapToLong(quality::cellsOf).sum();
    FeatureMatrix features =
        new FeatureFilling(record, selected, source.genes().size())
            .fill(source, quality::isKept, librarySizes, values);
    return new PreparedCells(record, cells, features, librarySizes);
  }

  private void step(String name, Map<String, Double> numbers) {
    steps.add(new PreprocessingStep(name, numbers));
  }

  private int[] keptGenes() {
    return plan.keptGenes().stream()
        .mapToInt(
            gene ->
                source
                    .genes()
                    .find(gene)
                    .orElseThrow(
                        () ->
                            new IllegalArgumentException(
                                "gene to keep ("
                                    + gene
                                    + ") must be one of the "
                                    + source.genes().size()
                                    + " genes of the source")))
        .toArray();
  }

  private CellTable keptCells(CellQuality quality) {
    int[] rows = quality.keptCells();
    int before = source.cells().size();
    if (rows.length == 0) {
      throw new IllegalArgumentException(
          "filters (minGenesPerCell "
              + plan.minGenesPerCell()
              + ", maxMitochondrialShare "
              + plan.maxMitochondrialShare()
              + ") must keep at least one of "
              + before
              + " cells");
    }
    Map<String, Double> numbers = new LinkedHashMap<>();
    numbers.put("minGenes", (double) plan.minGenesPerCell());
    numbers.put("maxMitochondrialShare", plan.maxMitochondrialShare());
    numbers.put("before", (double) before);
    numbers.put("after", (double) rows.length);
    step("filterCells", numbers);
    return rows.length == before ? source.cells() : source.cells().select(rows);
  }

  private int[] passingGenes(CellQuality quality) {
    int before = source.genes().size();
    int[] passing =
        IntStream.range(0, before)
            .filter(gene -> quality.cellsOf(gene) >= plan.minCellsPerGene())
            .toArray();
    if (passing.length == 0) {
      throw new IllegalArgumentException(
          "minCellsPerGene ("
              + plan.minCellsPerGene()
              + ") must keep at least one of "
              + before
              + " genes");
    }
    Map<String, Double> numbers = new LinkedHashMap<>();
    numbers.put("minCells", (double) plan.minCellsPerGene());
    numbers.put("before", (double) before);
    numbers.put("after", (double) passing.length);
    step("filterGenes", numbers);
    return passing;
  }

  private Optional<Double> targetSum(double[] librarySizes) {
    if (plan.normalization() == Normalization.NONE) {
      return Optional.empty();
    }
    double sum =
        plan.normalization() == Normalization.MEDIAN
            ? LibrarySizes.median(librarySizes)
            : plan.targetSum();
    step("normalize", Map.of("targetSum", sum));
    return Optional.of(sum);
  }

  private int[] selected(
      int[] passing,
      int[] keptGenes,
      CellQuality quality,
      double[] librarySizes,
      Optional<Double> targetSum)
      throws IOException {
    int[] chosen = passing;
    if (plan.variableGenes() > 0) {
      GeneMoments moments = GeneMoments.of(source, quality, librarySizes, targetSum);
      double[] scores =
          VariableGenes.normalizedDispersions(moments.means(passing), moments.variances(passing));
      int varying = (int) Arrays.stream(scores).filter(score -> !Double.isNaN(score)).count();
      int wanted =
          plan.takesFewerVariableGenes()
              ? Math.min(plan.variableGenes(), varying)
              : plan.variableGenes();
      chosen = Arrays.stream(VariableGenes.top(scores, wanted)).map(i -> passing[i]).toArray();
    }
    int[] selected =
        IntStream.concat(Arrays.stream(chosen), Arrays.stream(keptGenes))
            .sorted()
            .distinct()
            .toArray();
    Map<String, Double> numbers = new LinkedHashMap<>();
    numbers.put("variable", (double) plan.variableGenes());
    numbers.put("named", (double) keptGenes.length);
    numbers.put("after", (double) selected.length);
    step("selectGenes", numbers);
    return selected;
  }
}
