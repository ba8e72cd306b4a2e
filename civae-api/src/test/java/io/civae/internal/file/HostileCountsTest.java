package io.civae.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.civae.Likelihood;
import io.civae.fixture.HandMadeModels;
import io.civae.internal.model.ModelContents;
import io.civae.internal.model.VerificationRows;
import io.civae.internal.network.PlainNetwork;
import io.civae.spi.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of models of counts whose library size is not one. */
class HostileCountsTest {

  private static TensorArchive archive(ModelContents contents, @Nullable Tensor librarySize) {
    PlainNetwork network = new PlainNetwork(contents.config(), contents.parameters());
    TensorArchive whole = ModelArchive.write(contents, VerificationRows.of(contents, network));
    Map<String, Tensor> tensors = new LinkedHashMap<>(whole.tensors());
    tensors.remove("scaler.librarySize");
    if (librarySize != null) {
      tensors.put("scaler.librarySize", librarySize);
    }
    return new TensorArchive(whole.metadata(), tensors);
  }

  private static ModelContents counts() {
    return HandMadeModels.countContents(Likelihood.NEGATIVE_BINOMIAL, 4);
  }

  @Test
  void acceptsTheRightOne() {
    Tensor size = Tensor.of(new float[] {77}, 1);
    assertThat(ModelArchive.read(archive(counts(), size)).contents().scaler().librarySize())
        .isEqualTo(77);
  }

  @ParameterizedTest
  @ValueSource(floats = {0, -1, 0.5f, Float.NaN, Float.POSITIVE_INFINITY})
  void refusesOneOutOfRange(float bad) {
    TensorArchive archive = archive(counts(), Tensor.of(new float[] {bad}, 1));
    assertThatThrownBy(() -> ModelArchive.read(archive))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("librarySize (" + bad + ") must be finite and at least 1");
  }

  @Test
  void refusesAnotherShape() {
    for (Tensor tensor :
        new Tensor[] {Tensor.of(new float[] {5, 5}, 2), Tensor.of(new float[] {5}, 1, 1)}) {
      TensorArchive archive = archive(counts(), tensor);
      assertThatThrownBy(() -> ModelArchive.read(archive))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("tensor scaler.librarySize must be a single number");
    }
  }

  @Test
  void refusesNoneOrOneTooMany() {
    assertThatThrownBy(() -> ModelArchive.read(archive(counts(), null)))
        .hasMessageContaining("does not fit a scaler without a library size");
    Tensor size = Tensor.of(new float[] {5}, 1);
    assertThatThrownBy(() -> ModelArchive.read(archive(HandMadeModels.smallContents(), size)))
        .hasMessageContaining("does not fit a scaler with a library size");
  }
}
