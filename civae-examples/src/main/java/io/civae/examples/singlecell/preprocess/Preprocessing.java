package io.civae.examples.singlecell.preprocess;

import io.civae.examples.singlecell.CellSource;
import io.civae.examples.singlecell.GeneList;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The record of a preprocessing: which genes became features, how values were transformed, and each
 * step with its numbers. It applies the same to new cells and takes values back to counts. With a
 * library size s, a target sum t and logarithms, a count c becomes
 *
 * <pre>x = log(1 + c · t / s)</pre>
 *
 * <p>and x goes back to c = (eˣ − 1) · s / t. Immutable and safe to use from many threads.
 */
public final class Preprocessing {

  private final GeneList genes;
  private final Optional<Double> targetSum;
  private final Optional<String> librarySizeColumn;
  private final boolean logarithms;
  private final List<PreprocessingStep> steps;

  Preprocessing(
      GeneList genes,
      Optional<Double> targetSum,
      Optional<String> librarySizeColumn,
      boolean logarithms,
      List<PreprocessingStep> steps) {
    this.genes = genes;
    this.targetSum = targetSum;
    this.librarySizeColumn = librarySizeColumn;
    this.logarithms = logarithms;
    this.steps = List.copyOf(steps);
  }

  /**
   * The genes that became features.
   *
   * @return in the order of the features
   */
  public GeneList genes() {
    return genes;
  }

  /**
   * What each library is scaled to.
   *
   * @return a positive number; empty when libraries are not scaled
   */
  public Optional<Double> targetSum() {
    return targetSum;
  }

  /**
   * Where library sizes are read.
   *
   * @return a column of the annotation; empty when they are sums over the genes of the source
   */
  public Optional<String> librarySizeColumn() {
    return librarySizeColumn;
  }

  /**
   * Whether logarithms are taken.
   *
   * @return true for log(1 + x)
   */
  public boolean takesLogarithms() {
    return logarithms;
  }

  /**
   * What was done.
   *
   * @return the steps in their order
   */
  public List<PreprocessingStep> steps() {
    return steps;
  }

  /**
   * A count as the model sees it.
   *
   * @param count at least 0 if logarithms are taken
   * @param librarySize of its cell, positive; not used when libraries are not scaled
   * @return the transformed value
   */
  public double forward(double count, double librarySize) {
    double scaled = targetSum.isPresent() ? count * (targetSum.get() / librarySize) : count;
    return logarithms ? Math.log1p(scaled) : scaled;
  }

  /**
   * A value of the model as an expected count: the inverse of {@link #forward}. Negative values,
   * which a model can produce, become negative counts; they are not clipped.
   *
   * @param value transformed
   * @param librarySize of the cell it is meant for, positive; not used when libraries are not
   *     scaled
   * @return the count, not rounded
   */
  public double inverse(double value, double librarySize) {
    double scaled = logarithms ? Math.expm1(value) : value;
    return targetSum.isPresent() ? scaled * (librarySize / targetSum.get()) : scaled;
  }

  /**
   * Transforms new cells. No cell is filtered out.
   *
   * @param source has every gene of {@link #genes()} by id, in any order, among others; and, where
   *     library sizes are not in a column, the same others as the source that was fitted, lest the
   *     sums mean something else
   * @return their features; this record stays what it is
   * @throws IOException if the source cannot be read
   * @throws IllegalArgumentException if genes are missing or a library size is not positive
   */
  public PreparedCells apply(CellSource source) throws IOException {
    return new RecordRun(this, source).run();
  }

  /**
   * This record as JSON.
   *
   * @return a text that {@link #fromJson} reads
   */
  public String toJson() {
    return PreprocessingJson.write(this);
  }

  /**
   * Reads a record.
   *
   * @param json as {@link #toJson} writes it
   * @return the record
   * @throws IllegalArgumentException if it is no such text; the message names what is wrong
   */
  public static Preprocessing fromJson(String json) {
    return PreprocessingJson.read(json);
  }
}
