package io.civae.examples.study;

import java.util.List;
import java.util.Optional;

/**
 * Everything a study has found.
 *
 * @param rows the trained models
 * @param references rows without a model
 * @param peer another implementation's figures
 * @param judge whose accuracy belongs beside every figure it had a part in
 */
record StudyResult(
    List<RowResult> rows, List<RowResult> references, PeerFigures peer, StudyJudge judge) {

  StudyResult {
    rows = List.copyOf(rows);
    references = List.copyOf(references);
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
