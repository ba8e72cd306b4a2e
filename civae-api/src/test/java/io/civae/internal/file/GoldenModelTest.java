package io.civae.internal.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.civae.CiVae;
import io.civae.CiVaeModel;
import io.civae.internal.model.ModelContents;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that earlier versions wrote keep loading. */
class GoldenModelTest {

  @TempDir private Path folder;

  private static byte[] golden() throws IOException {
    try (InputStream in = GoldenModelTest.class.getResourceAsStream(GoldenModel.RESOURCE)) {
      if (in == null) {
        throw new AssertionError(GoldenModel.RESOURCE + " is missing");
      }
      return in.readAllBytes();
    }
  }

  @Test
  void loadsAndReproducesItsVerificationRows() throws IOException {
    ModelContents recipe = GoldenModel.contents();
    try (CiVaeModel model = CiVae.load(Files.write(folder.resolve("golden.civae"), golden()))) {
      assertThat(model.config()).isEqualTo(recipe.config());
      assertThat(model.classNames()).isEqualTo(List.of("a", "b"));
      assertThat(model.featureNames()).isEqualTo(List.of("x0", "x1", "x2"));
      assertThat(model.parameters()).isEqualTo(recipe.parameters());
      assertThat(model.history().epochs()).isEqualTo(recipe.history().epochs());
      assertThat(model.provenance()).containsEntry("backend", "none");
      assertThat(model.metadata()).isEmpty();
      assertThat(model.verify().rows()).isEqualTo(4);
      assertThat(model.verify().passed()).isTrue();
    }
  }

  /** While version 1 is the newest: a changed layout needs a new version, or a new golden file. */
  @Test
  void isWhatItsRecipeWrites() throws IOException {
    assertThat(LoadAttempt.bytes(GoldenModel.contents())).isEqualTo(golden());
    assertThat(golden().length).isLessThanOrEqualTo(8192);
  }
}
