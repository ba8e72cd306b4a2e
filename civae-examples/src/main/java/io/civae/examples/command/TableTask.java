package io.civae.examples.command;

import io.civae.CiVae;
import io.civae.CiVaeModel;
import io.civae.examples.table.Table;
import io.civae.examples.table.TableLayout;
import io.civae.examples.table.TableSource;
import io.civae.examples.table.TableSurvey;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A table with a model of it, which is closed with the task. Not thread-safe. */
final class TableTask implements AutoCloseable {

  private final Table table;
  private final TableModelOptions options;
  private final Streams streams;
  private @Nullable CiVaeModel model;

  private TableTask(
      Table table, TableModelOptions options, Streams streams, @Nullable CiVaeModel loaded) {
    this.table = table;
    this.options = options;
    this.streams = streams;
    this.model = loaded;
  }

  /**
   * Reads the table, and the model if there is a file of one. Nothing is trained yet.
   *
   * @param table what was typed about the table
   * @param model what was typed about the model
   * @throws IOException if the table cannot be read
   */
  static TableTask open(TableOptions table, TableModelOptions model, Streams streams)
      throws IOException {
    TableSource source = streams.understood(table::source);
    streams.understood(() -> model.settings(CiVae.builder()));
    TableSurvey survey = TableSurvey.of(source);
    Path file = model.model();
    @Nullable CiVaeModel loaded = file == null ? null : CiVae.load(file);
    try {
      Table read =
          Table.read(
              loaded == null
                  ? TableLayout.of(survey)
                  : TableLayout.of(survey, loaded.featureNames()));
      streams
          .err()
          .println(TerminalText.of("table: " + survey + ", classes " + read.data().classNames()));
      streams.err().flush();
      return new TableTask(read, model, streams, loaded);
    } catch (IOException | RuntimeException e) {
      if (loaded != null) {
        loaded.close();
      }
      throw e;
    }
  }

  /** In memory. */
  Table table() {
    return table;
  }

  /** Loaded, or trained when it is first asked for. */
  CiVaeModel model() {
    CiVaeModel known = model;
    if (known == null) {
      known = options.trained(table.data(), streams);
      model = known;
    }
    return known;
  }

  @Override
  public void close() {
    if (model != null) {
      model.close();
    }
  }
}
