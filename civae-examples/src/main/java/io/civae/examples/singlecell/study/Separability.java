package io.civae.examples.singlecell.study;

import com.google.gson.JsonObject;
import io.civae.evaluation.ConfidenceInterval;
import io.civae.evaluation.StudentInterval;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** How well the cell types can be told apart by each model and without one. */
final class Separability {

  static final String CI_VAE = "CI-VAE";
  static final String VAE = "VAE";
  static final String COMPONENTS =
      "logistic regression on " + ComponentBaseline.COUNT + " principal components";

  /** The CI-VAE that walks: trained for that, and with the types of a walk merged. */
  static final String WALKING = "CI-VAE of the walks";

  private final int types;
  private final int testCells;
  private final List<SeparabilityRow> rows = new ArrayList<>();

  Separability(int types, int testCells) {
    this.types = types;
    this.testCells = testCells;
  }

  void add(SeparabilityRow row) {
    rows.add(row);
  }

  List<SeparabilityRow> rows() {
    return List.copyOf(rows);
  }

  int types() {
    return types;
  }

  int testCells() {
    return testCells;
  }

  SeparabilityRow row(String label) {
    return rows.stream().filter(row -> row.label().equals(label)).findFirst().orElseThrow();
  }

  /** CI-VAE less VAE, seed by seed. */
  ConfidenceInterval overVae() {
    List<SeparabilityRun> first = row(CI_VAE).runs();
    List<SeparabilityRun> second = row(VAE).runs();
    return StudentInterval.mean(
        IntStream.range(0, first.size())
            .mapToDouble(
                i -> first.get(i).separability().heldOut() - second.get(i).separability().heldOut())
            .toArray());
  }

  /** CI-VAE less the principal components, which have no seed. */
  ConfidenceInterval overComponents() {
    double components = row(COMPONENTS).heldOut().estimate();
    return StudentInterval.mean(
        row(CI_VAE).runs().stream()
            .mapToDouble(run -> run.separability().heldOut() - components)
            .toArray());
  }

  /** Whether the intervals of CI-VAE and VAE have no value in common. */
  boolean isApart() {
    return row(CI_VAE).heldOut().isApartFrom(row(VAE).heldOut());
  }

  JsonObject toJson() {
    JsonObject json = new JsonObject();
    json.addProperty("types", types);
    json.addProperty("testCells", testCells);
    JsonObject all = new JsonObject();
    rows.forEach(row -> all.add(row.label(), row.toJson()));
    json.add("rows", all);
    json.add("ciVaeLessVae", StudyJson.interval(overVae()));
    json.addProperty("intervalsApart", isApart());
    json.add("ciVaeLessPrincipalComponents", StudyJson.interval(overComponents()));
    return json;
  }
}
