package io.civae.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.civae.BackendException;
import io.civae.CiVae;
import io.civae.CiVaeConfig;
import io.civae.CiVaeModel;
import io.civae.ModelFileException;
import io.civae.TrainingProgress;
import io.civae.fixture.FakeAccelerator;
import io.civae.fixture.FakeTrainer;
import io.civae.fixture.HandMadeModels;
import io.civae.internal.model.TrainedModel;
import io.civae.spi.Accelerator;
import io.civae.spi.Backend;
import io.civae.spi.BackendProvider;
import io.civae.spi.ClassifierTask;
import io.civae.spi.NetworkParameters;
import io.civae.spi.TrainingControl;
import io.civae.spi.TrainingState;
import io.civae.spi.TrainingTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileBackendTest {

  @TempDir private Path folder;

  @Test
  void servesLargeCallsOnTheEngineOfAGivenBackend() {
    Path file = folder.resolve("model.civae");
    try (CiVaeModel model = new TrainedModel(HandMadeModels.smallContents(), null)) {
      model.save(file);
    }
    FakeAccelerator engine = new FakeAccelerator();
    FakeTrainer trainer = FakeTrainer.random().accelerated(engine);
    try (CiVaeModel again = CiVae.load(file, trainer)) {
      again.encoder().encode(new float[256][3]);
      again.encoder().encode(new float[255][3]);
      assertThat(trainer.timesCreated()).isEqualTo(1);
      assertThat(trainer.timesClosed()).isEqualTo(1);
      assertThat(engine.timesClosed()).isZero();
    }
    assertThat(engine.calls()).containsExactly("encode 256");
    assertThat(engine.timesClosed()).isEqualTo(1);
    try (CiVaeModel plain = CiVae.load(file, FakeTrainer.random())) {
      assertThat(plain.encoder().encode(new float[256][3]).size()).isEqualTo(256);
    }
  }

  @Test
  void startsNoBackendForAFileThatIsNoModel() throws IOException {
    Path file = Files.writeString(folder.resolve("notes.txt"), "no model at all, just some text");
    FakeTrainer trainer = FakeTrainer.random();
    assertThatThrownBy(() -> CiVae.load(file, trainer)).isInstanceOf(ModelFileException.class);
    assertThat(trainer.timesCreated()).isZero();
  }

  @Test
  void closesTheEngineOfABackendThatFailsToClose() {
    Path file = folder.resolve("model.civae");
    try (CiVaeModel model = new TrainedModel(HandMadeModels.smallContents(), null)) {
      model.save(file);
    }
    FakeAccelerator engine = new FakeAccelerator();
    BackendProvider stuck =
        new BackendProvider() {
          @Override
          public String name() {
            return "stuck";
          }

          @Override
          public Backend create() {
            Backend backend = FakeTrainer.random().accelerated(engine).create();
            return new Backend() {
              @Override
              public String description() {
                return backend.description();
              }

              @Override
              public TrainingState train(TrainingTask task, TrainingControl control) {
                return backend.train(task, control);
              }

              @Override
              public NetworkParameters trainClassifier(
                  ClassifierTask task, Consumer<TrainingProgress> progress) {
                return backend.trainClassifier(task, progress);
              }

              @Override
              public Optional<Accelerator> accelerate(
                  CiVaeConfig config, NetworkParameters parameters) {
                return backend.accelerate(config, parameters);
              }

              @Override
              public void close() {
                throw new BackendException("the driver hangs");
              }
            };
          }
        };
    assertThatThrownBy(() -> CiVae.load(file, stuck))
        .isInstanceOf(BackendException.class)
        .hasMessage("the driver hangs");
    assertThat(engine.timesClosed()).isEqualTo(1);
  }

  @Test
  void letsABackendThatCannotStartSayWhy() {
    Path file = folder.resolve("model.civae");
    try (CiVaeModel model = new TrainedModel(HandMadeModels.smallContents(), null)) {
      model.save(file);
    }
    BackendProvider broken =
        new BackendProvider() {
          @Override
          public String name() {
            return "broken";
          }

          @Override
          public Backend create() {
            throw new BackendException("no engine for this platform");
          }
        };
    assertThatThrownBy(() -> CiVae.load(file, broken))
        .isInstanceOf(BackendException.class)
        .hasMessage("no engine for this platform");
  }
}
