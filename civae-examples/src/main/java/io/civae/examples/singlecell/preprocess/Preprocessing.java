package io.civae.examples.singlecell.preprocess;

import io.civae.CiVaeModel;
import io.civae.examples.singlecell.CellSource;
import io.civae.examples.singlecell.GeneList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  /** Under which name a model's {@linkplain CiVaeModel#metadata() metadata} hold its record. */
  public static final String METADATA_NAME = "singlecell.preprocessing";

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
   * What to call the features: the name of each gene, or its id where several have that name.
   *
   * @return distinct names in the order of the features
   */
  public List<String> featureNames() {
    Map<String, Integer> uses = new HashMap<>();
    for (int i = 0; i < genes.size(); i++) {
      uses.merge(genes.name(i), 1, Integer::sum);
      if (!genes.id(i).equals(genes.name(i))) {
        uses.merge(genes.id(i), 1, Integer::sum);
      }
    }
    List<String> names = new ArrayList<>();
    for (int i = 0; i < genes.size(); i++) {
      names.add(uses.getOrDefault(genes.name(i), 0) == 1 ? genes.name(i) : genes.id(i));
    }
    return names;
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
   * Saves a model together with this record, so that its file alone is enough to prepare new cells.
   *
   * @param model trained on features that this record made
   * @param file where to; its folder must exist
   * @throws IllegalArgumentException if the features of the model are not those of this record
   * @throws io.civae.ModelFileException if the file cannot be written
   */
  public void saveWith(CiVaeModel model, Path file) {
    requireFeatures(model);
    Map<String, String> metadata = new HashMap<>(model.metadata());
    metadata.put(METADATA_NAME, toJson());
    model.save(file, metadata);
  }

  /**
   * The record that a model was {@linkplain #saveWith saved with}.
   *
   * @param model from a file
   * @return how to prepare cells for it
   * @throws IllegalArgumentException if it has no record, or one that is not sound or not of its
   *     features
   */
  public static Preprocessing of(CiVaeModel model) {
    String json = model.metadata().get(METADATA_NAME);
    if (json == null) {
      throw new IllegalArgumentException(
          "the model has no record of its preprocessing: its metadata "
              + model.metadata().keySet()
              + " must have "
              + METADATA_NAME);
    }
    Preprocessing record = fromJson(json);
    record.requireFeatures(model);
    return record;
  }

  private void requireFeatures(CiVaeModel model) {
    List<String> features = model.featureNames();
    List<String> names = featureNames();
    if (names.size() != features.size()) {
      throw new IllegalArgumentException(
          "genes of the preprocessing ("
              + names.size()
              + ") must be as many as the model's features ("
              + features.size()
              + ")");
    }
    for (int i = 0; i < names.size(); i++) {
      if (!names.get(i).equals(features.get(i))) {
        throw new IllegalArgumentException(
            "gene "
                + i
                + " of the preprocessing ("
                + names.get(i)
                + ") must be the model's feature "
                + features.get(i));
      }
    }
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
