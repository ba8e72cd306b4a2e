package io.civae.examples.study;

import com.google.gson.JsonObject;
import io.civae.ImageJitter;
import io.civae.TrainingProgress;
import io.civae.evaluation.NetworkJudge;
import io.civae.spi.BackendProvider;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Trains the judge, once, and keeps it: the same for every recipe, so that studies can be compared.
 * It sees jittered images whatever the models see, because it is there to be right.
 */
final class JudgeTraining {

  private static final int SIDE = 28;
  private static final int[] HIDDEN_LAYERS = {1024, 512};
  private static final ImageJitter JITTER =
      ImageJitter.of(SIDE, SIDE).rotation(12).scale(0.1).shift(1.5).elastic(1);
  private static final String FILE = "judge.civae";

  private final StudyData data;
  private final int epochs;
  private final BackendProvider backend;
  private final String name;
  private final RunFolder folder;
  private final Path file;

  /** {@code runs} is the folder of kept trainings. */
  JudgeTraining(StudyData data, int epochs, BackendProvider backend, Path runs) {
    this.data = data;
    this.epochs = epochs;
    this.backend = backend;
    name = "judge-epochs" + epochs;
    folder = new RunFolder(runs.resolve(name));
    file = runs.resolve(name).resolve(FILE);
  }

  /** Fails before any work if a judge of other settings is kept. */
  void requireFitting() throws IOException {
    folder.record(settings());
  }

  /** The judge that is kept, or else a new one. */
  StudyJudge obtain(StudyProgress progress, PrintWriter err) throws IOException {
    Optional<JsonObject> kept = folder.record(settings());
    JsonObject run = kept.isPresent() ? kept.get() : train(progress, err);
    NetworkJudge judge = NetworkJudge.load(file);
    double accuracy = judge.accuracy(data.test());
    progress.say(
        String.format(
            Locale.ROOT,
            "the judge%s is right on %.2f %% of the test images",
            kept.isPresent() ? ", trained before," : "",
            100 * accuracy));
    return new StudyJudge(judge, accuracy, description(), folder.seconds(run));
  }

  /** Trains and keeps it, and gives the record. */
  private JsonObject train(StudyProgress progress, PrintWriter err) throws IOException {
    progress.say("training the judge");
    double begin = progress.commandSeconds();
    NetworkJudge judge =
        NetworkJudge.builder()
            .hiddenLayers(HIDDEN_LAYERS)
            .epochs(epochs)
            .seed(data.seed())
            .backend(backend)
            .observationTransform(JITTER)
            .progress(epochsTo(err))
            .train(data.training());
    double seconds = progress.commandSeconds() - begin;
    folder.create();
    judge.save(file);
    JsonObject run = new JsonObject();
    run.addProperty("name", name);
    folder.finish(run, seconds, settings());
    return run;
  }

  private JsonObject settings() {
    JsonObject settings = new JsonObject();
    settings.addProperty("judge", description());
    settings.addProperty("images", data.description());
    settings.addProperty("backend", backend.name());
    return settings;
  }

  private String description() {
    return "NetworkJudge, hidden layers "
        + Arrays.toString(HIDDEN_LAYERS)
        + ", "
        + epochs
        + " epochs, seed "
        + data.seed()
        + ", "
        + JITTER.description();
  }

  /** A line for each epoch. */
  private static Consumer<TrainingProgress> epochsTo(PrintWriter err) {
    return progress -> {
      if (progress.step() * progress.epochs() % progress.steps() == 0) {
        err.println("judge: epoch " + progress.epoch() + "/" + progress.epochs());
        err.flush();
      }
    };
  }
}
