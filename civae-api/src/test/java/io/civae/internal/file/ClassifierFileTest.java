package io.civae.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.civae.BatchNormalization;
import io.civae.CiVae;
import io.civae.ModelFileException;
import io.civae.fixture.Mutator;
import io.civae.fixture.RandomParameters;
import io.civae.internal.classifier.ClassifierContents;
import io.civae.internal.classifier.SoftmaxClassifier;
import io.civae.internal.model.FeatureScaler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifierFileTest {

  private static final ClassifierContents CONTENTS =
      new ClassifierContents(
          List.of("a", "\uD83E\uDDEC"),
          new FeatureScaler(new float[] {1, -2, 0.1f}, new float[] {2, 0.5f, 0}),
          BatchNormalization.AFTER_ACTIVATION,
          RandomParameters.ofClassifier(4, 3, new int[] {4, 3}, 2));

  @TempDir private Path folder;
  private Path file = Path.of("unset");

  @BeforeEach
  void save() {
    file = folder.resolve("judge.civae");
    ClassifierFile.save(CONTENTS, file);
  }

  @Test
  void givesBackEveryBit() {
    ClassifierContents read = ClassifierFile.load(file);

    assertThat(read.classNames()).isEqualTo(CONTENTS.classNames());
    assertThat(read.scaler().offset()).containsExactly(CONTENTS.scaler().offset());
    assertThat(read.scaler().scale()).containsExactly(CONTENTS.scaler().scale());
    assertThat(read.normalization()).isEqualTo(CONTENTS.normalization());
    assertThat(read.parameters()).isEqualTo(CONTENTS.parameters());
  }

  @Test
  void aLoadedClassifierSavesTheSameBytes() throws IOException {
    Path again = folder.resolve("again.civae");
    SoftmaxClassifier.load(file).save(again);

    assertThat(again).hasSameBinaryContentAs(file);
  }

  private void assertRefused(String what) {
    Throwable thrown = catchThrowable(() -> SoftmaxClassifier.load(file));
    if (!(thrown instanceof ModelFileException refused) || !refused.file().equals(file)) {
      throw new AssertionError(what + " was not refused as it should be", thrown);
    }
  }

  @Test
  void noticesWhateverIsDamaged() throws IOException {
    DamageSweep.everyBit(file, this::assertRefused);
    SoftmaxClassifier.load(file);
    DamageSweep.moreBytes(file, this::assertRefused);
    save();
    DamageSweep.everyTruncation(file, this::assertRefused);
  }

  @Test
  void isNotTakenForAModelNorAModelForIt() throws IOException {
    assertThatThrownBy(() -> CiVae.load(file))
        .isInstanceOf(ModelFileException.class)
        .hasMessage(file + ": not a CI-VAE model file: it has no civae.formatVersion");
    Files.write(file, LoadAttempt.wholeFile().bytes());
    assertThatThrownBy(() -> SoftmaxClassifier.load(file))
        .isInstanceOf(ModelFileException.class)
        .hasMessage(file + ": not a CI-VAE classifier file: it has no civae.classifierVersion");
  }

  private void assertMessage(CraftedFile crafted, String part) throws IOException {
    LoadAttempt.replace(file, crafted.bytes());
    assertThatThrownBy(() -> SoftmaxClassifier.load(file))
        .isInstanceOf(ModelFileException.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining(part);
  }

  @Test
  void saysWhatItCannotUse() throws IOException {
    CraftedFile whole = CraftedFile.of(Files.readAllBytes(file));

    assertMessage(
        whole.replacing("\"civae.classifierVersion\":\"1\"", "\"civae.classifierVersion\":\"2\""),
        "format version 2 was written by a newer version");
    assertMessage(
        whole.replacingInManifest("\"classNames\"", "\"people\""),
        "manifest.people is not a field");
    assertMessage(
        whole.replacingInManifest("AFTER_ACTIVATION", "SOMEWHERE"), "manifest.batchNormalization");
    assertMessage(
        whole.replacingInManifest("\"a\",", ""), "classNames must be two or more distinct names");
    assertMessage(
        whole.replacingInManifest("\"a\",", "\"a\",\"b\","),
        "parameter classifier.output.weight has shape [2, 3]; expected [3, 3]");
    assertMessage(
        whole.replacing("classifier.output.bias", "classifier.output.bios"),
        "parameter classifier.output.bias is missing");
    assertMessage(
        whole.replacing("scaler.scale", "scaler.scull"), "tensor scaler.scale is missing");
  }

  @Test
  void readsOrRefusesWhateverIsBehindACorrectChecksum() throws IOException {
    CraftedFile whole = CraftedFile.of(Files.readAllBytes(file));
    ArchiveFuzzing fuzzing = new ArchiveFuzzing(this::use, ModelFileException.class);

    fuzzing.texts(whole::withHeader, Mutator.trials(1_000));
    fuzzing.texts(whole::withManifest, Mutator.trials(1_000));
    fuzzing.tensors(whole, Mutator.trials(1_000));
  }

  private void use(byte[] bytes) throws IOException {
    LoadAttempt.replace(file, bytes);
    SoftmaxClassifier classifier = SoftmaxClassifier.load(file);
    assertThat(classifier.classNames()).hasSizeGreaterThan(1);
  }

  @Test
  void saysWhyItCannotWrite() {
    Path missing = folder.resolve("missing").resolve("judge.civae");

    assertThatThrownBy(() -> SoftmaxClassifier.load(file).save(missing))
        .isInstanceOf(ModelFileException.class)
        .hasMessageStartingWith(missing + ": cannot be written: ")
        .hasMessageEndingWith("no such file or folder");
  }
}
