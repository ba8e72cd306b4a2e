package io.civae.examples.command;

import io.civae.Augmenter;
import io.civae.CiVaeModel;
import io.civae.augment.AuditedDataset;
import io.civae.augment.Balance;
import io.civae.examples.table.AugmentedTable;
import io.civae.examples.table.Table;
import io.civae.examples.table.TableRecipe;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Adds synthetic rows to a user's table. */
@Command(
    name = "augment",
    description = {
      "Adds synthetic rows of rare classes to a CSV table.",
      "Trains on the table, or uses a trained model, and writes the rows as they are followed by"
          + " synthetic ones: the same columns, in the same form, within the values seen."
    })
final class AugmentCommand implements Callable<Integer> {

  /** How many of which class. */
  static final class Wanted {

    @Option(
        names = "--balance",
        required = true,
        description = "Bring every class to the size of the largest.")
    boolean balance;

    @ArgGroup(exclusive = false)
    @Nullable OneClass oneClass;
  }

  /** So many of one class. */
  static final class OneClass {

    @Option(
        names = "--class",
        paramLabel = "NAME",
        required = true,
        description = "Add rows of this class only.")
    String name = "";

    @Option(
        names = "--count",
        paramLabel = "N",
        required = true,
        description = "How many rows to add.")
    int count;
  }

  @Mixin TableOptions input = new TableOptions();

  @ArgGroup(exclusive = true, multiplicity = "1")
  Wanted wanted = new Wanted();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "The table with synthetic rows; replaced whole or not at all.")
  Path out = Path.of("");

  @Option(
      names = "--audit",
      paramLabel = "FILE",
      description =
          "A CSV with a line for each synthetic row: its number and class, the rows it lies"
              + " between, where, probability and margin of its class, hole score, the nearest"
              + " real row of its class and how far, values adjusted.")
  @Nullable Path audit;

  @Mixin TableModelOptions models = new TableModelOptions();

  @Spec @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Streams streams = Streams.of(spec);
    streams.understood(() -> checked(streams)).check();
    try (TableTask task = TableTask.open(input, models, streams)) {
      Table table = task.table();
      check(table);
      AugmentedTable augmented =
          wanted.balance && table.isBalanced() ? unchanged(task, streams) : made(task, streams);
      augmented.write(out, audit);
      streams
          .out()
          .printf(
              "%s: %d rows as they were, %d synthetic%n",
              out, table.data().size(), augmented.made().audits().size());
      streams.out().flush();
    }
    return 0;
  }

  private OutputPaths checked(Streams streams) {
    models.check(streams.command().getParseResult().matchedOptions());
    OneClass one = wanted.oneClass;
    if (one != null) {
      new AskedRows("count", one.count).check();
    }
    return new OutputPaths()
        .reading("--csv", input.csv)
        .reading("--model", models.model())
        .writing("--out", out)
        .writing("--audit", audit)
        .writing("--save-model", models.saveModel());
  }

  private void check(Table table) {
    if (table.data().classNames().isEmpty()) {
      throw new IllegalArgumentException(
          input.csv + ": no row has a label; rows are made of a class");
    }
    OneClass one = wanted.oneClass;
    if (one != null && table.members(one.name) < 2) {
      throw new IllegalArgumentException(
          "class (" + one.name + ") has one row; rows are made between two of its rows");
    }
    if (one != null) {
      new AskedRows("count", one.count)
          .checkFit(table.data().featureCount(), Runtime.getRuntime().maxMemory());
    }
  }

  /** A training takes minutes on a large table: said before it, and left out unless asked for. */
  private AugmentedTable unchanged(TableTask task, Streams streams) {
    boolean kept = models.saveModel() != null;
    say(
        streams,
        "nothing to make: every class has as many rows as the largest already; "
            + (kept ? "the training is for --save-model alone" : "no model is trained"));
    if (kept) {
      task.model();
    }
    return AugmentedTable.unchanged(task.table());
  }

  private AugmentedTable made(TableTask task, Streams streams) {
    CiVaeModel model = task.model();
    AugmentedTable augmented =
        models.blamed(() -> AugmentedTable.of(model, task.table(), make(model, task.table())));
    say(streams, augmented.made().summary().toString());
    return augmented;
  }

  private static void say(Streams streams, String line) {
    streams.err().println(TerminalText.of(line));
    streams.err().flush();
  }

  private AuditedDataset make(CiVaeModel model, Table table) {
    table.checkDecoded(model);
    Augmenter augmenter =
        TableRecipe.augmenter(model, table.data())
            .withSeed(models.seed)
            .keeping(table.constraints());
    OneClass one = wanted.oneClass;
    return one == null
        ? augmenter.auditedBalance(Balance.toMajority())
        : augmenter.audited(one.name, one.count);
  }
}
