package io.civae.examples.command;

import io.civae.CiVaeModel;
import io.civae.examples.table.Table;
import io.civae.examples.table.TableWalk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Walks between two rows of a user's table. */
@Command(
    name = "traverse",
    description = {
      "Walks between two rows of a class of a CSV table.",
      "Trains on the table, or uses a trained model, and writes the decoded points of a straight walk"
          + " in the latent space: the table's columns, then t from 0 to 1, the margin to the nearest"
          + " boundary of the class and the probability of each class. The ends are the model's"
          + " reconstructions of the two rows."
    })
final class TraverseCommand implements Callable<Integer> {

  @Mixin TableOptions input = new TableOptions();

  @Option(
      names = "--from",
      paramLabel = "ROW",
      required = true,
      description = "Where to start: a row's number from 1, the header not counted.")
  int from;

  @Option(
      names = "--to",
      paramLabel = "ROW",
      required = true,
      description = "Where to end: a row of the same class.")
  int to;

  @Option(
      names = "--points",
      paramLabel = "N",
      required = true,
      description = "How many points, both ends included.")
  int points;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "The walk, a row for each point; replaced whole or not at all.")
  Path out = Path.of("");

  @Mixin TableModelOptions models = new TableModelOptions();

  @Spec @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Streams streams = Streams.of(spec);
    streams.understood(() -> checked(streams)).check();
    try (TableTask task = TableTask.open(input, models, streams)) {
      check(task.table());
      CiVaeModel model = task.model();
      TableWalk walk = models.blamed(() -> TableWalk.of(model, task.table(), from, to, points));
      int adjusted = walk.write(out);
      streams.err().println(TerminalText.of(verdict(walk)));
      streams.err().flush();
      streams.out().printf("%s: %d points, %d moved into the values seen%n", out, points, adjusted);
      streams.out().flush();
    }
    return 0;
  }

  private static String verdict(TableWalk walk) {
    return walk.path()
        .certifiedClass()
        .map(
            name ->
                "certified: by the discriminator the walk stays in class "
                    + name
                    + (name.equals(walk.className())
                        ? ""
                        : ", although both rows are labelled " + walk.className()))
        .orElse("not certified: the discriminator does not put both ends in one class");
  }

  private OutputPaths checked(Streams streams) {
    // A walk draws nothing: without a training the seed has no use.
    models.check(streams.command().getParseResult().matchedOptions(), "--seed");
    atLeastOne("from", from);
    atLeastOne("to", to);
    new AskedRows("points", points).check();
    return new OutputPaths()
        .reading("--csv", input.csv)
        .reading("--model", models.model())
        .writing("--out", out)
        .writing("--save-model", models.saveModel());
  }

  private void check(Table table) {
    TableWalk.classOf(table, from, to);
    new AskedRows("points", points)
        .checkFit(table.data().featureCount(), Runtime.getRuntime().maxMemory());
  }

  private static void atLeastOne(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " (" + value + ") must be at least 1");
    }
  }
}
