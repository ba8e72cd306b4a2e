package io.civae.examples.table;

import io.civae.CiVaeModel;
import io.civae.augment.AuditedDataset;
import io.civae.augment.AugmentationSummary;
import io.civae.augment.SyntheticAudit;
import io.civae.data.LabeledDataset;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A table with synthetic rows behind its own.
 *
 * @param table the real rows
 * @param made the synthetic ones, last in their dataset, with their audits
 */
public record AugmentedTable(Table table, AuditedDataset made) {

  private static final List<String> AUDIT_COLUMNS =
      List.of(
          "row",
          "class",
          "first_parent",
          "second_parent",
          "t",
          "probability",
          "margin",
          "hole_score",
          "nearest",
          "nearest_distance",
          "adjusted_features");

  /**
   * The table with what a model made of it. Decodes again where the synthetic rows come from, as
   * they were before anything was added or moved.
   *
   * @param model that made them
   * @param table the real rows
   * @param made the synthetic ones, last in their dataset, with their audits
   * @return both
   * @throws IllegalArgumentException if the model decodes one to what is no number
   */
  public static AugmentedTable of(CiVaeModel model, Table table, AuditedDataset made) {
    FiniteValues.check(model, table, made.audits());
    return new AugmentedTable(table, made);
  }

  /**
   * The table with nothing behind its rows.
   *
   * @param table the real rows
   * @return the table, and no synthetic row
   */
  public static AugmentedTable unchanged(Table table) {
    AugmentationSummary nothing = AugmentationSummary.of(0, List.of(), Map.of());
    return new AugmentedTable(table, new AuditedDataset(table.data(), List.of(), nothing));
  }

  /**
   * Writes the table's file, byte for byte, and the synthetic rows behind it in the same form; and
   * one line for each synthetic row to another file. Each is replaced whole or not at all.
   *
   * @param out the table
   * @param audit the audits, or null
   * @throws IOException if a file cannot be read or written
   */
  public void write(Path out, @Nullable Path audit) throws IOException {
    try (StagedFile rows = StagedFile.of(out);
        StagedFile audits = audit == null ? null : StagedFile.of(audit)) {
      writeRows(rows);
      if (audits != null) {
        writeAudits(audits);
        audits.commit();
      }
      rows.commit();
    }
  }

  private void writeRows(StagedFile file) throws IOException {
    TableSurvey survey = table.layout().survey();
    TableSource source = survey.source();
    survey.checkUnchanged();
    file.copy(source.csv());
    survey.checkUnchanged();
    if (made.audits().isEmpty()) {
      return;
    }
    if (!endsWithLineEnd(source.csv())) {
      file.writer().write(survey.lineEnd());
    }
    CsvLines lines = new CsvLines(file.writer(), source.separator(), survey.lineEnd());
    LabeledDataset data = made.dataset();
    for (int i = made.firstSynthetic(); i < data.size(); i++) {
      lines.write(
          table.layout().fields(data.observation(i), Objects.requireNonNull(data.label(i))));
    }
  }

  private static boolean endsWithLineEnd(Path csv) throws IOException {
    try (FileChannel channel = FileChannel.open(csv)) {
      ByteBuffer last = ByteBuffer.allocate(1);
      channel.read(last, Math.max(0, channel.size() - 1));
      return last.get(0) == '\n' || last.get(0) == '\r';
    }
  }

  private void writeAudits(StagedFile file) throws IOException {
    CsvLines lines = new CsvLines(file.writer(), ',', "\n");
    lines.write(AUDIT_COLUMNS);
    int row = table.data().size();
    for (SyntheticAudit audit : made.audits()) {
      lines.write(
          List.of(
              Integer.toString(++row),
              audit.className(),
              Integer.toString(audit.firstParent() + 1),
              Integer.toString(audit.secondParent() + 1),
              Double.toString(audit.t()),
              Double.toString(audit.probability()),
              Double.toString(audit.margin()),
              Double.toString(audit.holeScore()),
              Integer.toString(audit.nearest() + 1),
              Double.toString(audit.nearestDistance()),
              Integer.toString(audit.adjustedFeatures())));
    }
  }
}
