package io.civae.examples.command;

import io.civae.CiVae;
import io.civae.CiVaeModel;
import io.civae.examples.table.Table;
import io.civae.examples.table.TableLayout;
import io.civae.examples.table.TableSource;
import io.civae.examples.table.TableSurvey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A table with a model of it.
 *
 * @param table in memory
 * @param model loaded or trained; closed with the task
 */
record TableTask(Table table, CiVaeModel model) implements AutoCloseable {

  /**
   * Reads the table and loads or trains its model.
   *
   * @param table what was typed about the table
   * @param model what was typed about the model
   * @param request refuses what the table cannot give, before a training; throws
   *     IllegalArgumentException
   * @throws IOException if the table cannot be read
   */
  static TableTask open(
      TableOptions table, TableModelOptions model, Consumer<Table> request, Streams streams)
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
      request.accept(read);
      return new TableTask(read, loaded == null ? model.trained(read.data(), streams) : loaded);
    } catch (IOException | RuntimeException e) {
      if (loaded != null) {
        loaded.close();
      }
      throw e;
    }
  }

  @Override
  public void close() {
    model.close();
  }
}
