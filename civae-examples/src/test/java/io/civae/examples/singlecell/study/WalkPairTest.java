package io.civae.examples.singlecell.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WalkPairTest {

  private static final List<String> TYPES =
      List.of("T cells", "Normal Epithelial", "Tumor Epithelial", "a>b", "c");

  @Test
  void readsOneTypeAndTwo() {
    assertThat(WalkPair.parse("T cells", TYPES)).isEqualTo(new WalkPair("T cells", "T cells"));
    assertThat(WalkPair.parse("T cells>T cells", TYPES).merges()).isFalse();
    WalkPair merged = WalkPair.parse(" Normal Epithelial > Tumor Epithelial ", TYPES);
    assertThat(merged).isEqualTo(new WalkPair("Normal Epithelial", "Tumor Epithelial"));
    assertThat(merged.className()).isEqualTo("Normal Epithelial > Tumor Epithelial");
  }

  @Test
  void readsTypesThatHaveTheArrowInTheirNames() {
    assertThat(WalkPair.parse("a>b", TYPES)).isEqualTo(new WalkPair("a>b", "a>b"));
    assertThat(WalkPair.parse("a>b>c", TYPES)).isEqualTo(new WalkPair("a>b", "c"));
    assertThat(WalkPair.parse("c>a>b", TYPES)).isEqualTo(new WalkPair("c", "a>b"));
  }

  @Test
  void namesTheTypeThatDoesNotExistAndThoseNear() {
    assertThatThrownBy(() -> WalkPair.parse("Normal Epithelium>Tumor Epithelial", TYPES))
        .hasMessageContaining("there is no \"Normal Epithelium\"; near: Normal Epithelial");
    assertThatThrownBy(() -> WalkPair.parse("", TYPES)).hasMessageContaining("must name one type");
    assertThatThrownBy(() -> WalkPair.parse(">", TYPES)).hasMessageContaining("there is no \"\"");
  }

  @ParameterizedTest
  @CsvSource({
    "T cells, T cells, t-cells",
    "Normal Epithelial, Tumor Epithelial, normal-epithelial-to-tumor-epithelial",
    "../etc, ../etc, etc",
    "CD8+ (naïve), CD8+ (naïve), cd8-na-ve",
    "日本, 日本, walk"
  })
  void namesFoldersWithoutHarm(String from, String to, String folder) {
    assertThat(new WalkPair(from, to).folder()).isEqualTo(folder);
  }
}
