package io.civae.examples.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everything a study has found.
 *
 * @param rows the trained models
 * @param references rows without a model
 * @param sweep a row for each pair of weights; empty without a sweep
 * @param semiSupervised a row for each share of labels; empty without
 * @param peer another implementation's figures
 * @param judge whose accuracy belongs beside every figure it had a part in
 */
record StudyResult(
    List<RowResult> rows,
    List<RowResult> references,
    List<RowResult> sweep,
    List<RowResult> semiSupervised,
    PeerFigures peer,
    StudyJudge judge) {

  StudyResult {
    rows = List.copyOf(rows);
    references = List.copyOf(references);
    sweep = List.copyOf(sweep);
    semiSupervised = List.copyOf(semiSupervised);
  }

  /** With these rows of trained models. */
  StudyResult withRows(List<RowResult> trained) {
    return new StudyResult(trained, references, sweep, semiSupervised, peer, judge);
  }

  /** With another pair of weights. */
  StudyResult withSwept(RowResult weights) {
    return new StudyResult(rows, references, and(sweep, weights), semiSupervised, peer, judge);
  }

  /** With another share of labels. */
  StudyResult withLine(RowResult line) {
    return new StudyResult(rows, references, sweep, and(semiSupervised, line), peer, judge);
  }

  private static List<RowResult> and(List<RowResult> rows, RowResult next) {
    List<RowResult> all = new ArrayList<>(rows);
    all.add(next);
    return all;
  }

  /** A trained model's row, once there is one. */
  Optional<RowResult> row(StudyRow row) {
    return rows.stream().filter(result -> result.label().equals(row.label())).findFirst();
  }

  /** CI-VAE against VAE. */
  Optional<Comparison> comparison(Metric metric) {
    return row(StudyRow.CI_VAE)
        .flatMap(ciVae -> row(StudyRow.VAE).flatMap(vae -> Comparison.of(ciVae, vae, metric)));
  }
}
