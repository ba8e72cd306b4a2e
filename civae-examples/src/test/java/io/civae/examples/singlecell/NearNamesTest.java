package io.civae.examples.singlecell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearNamesTest {

  private static final List<String> GENES = List.of("CA1", "CA2", "FABP1", "SLC26A3", "ACTA2");

  @Test
  void findsWhatTheUserMayHaveMeant() {
    assertThat(NearNames.of("ca2", GENES)).startsWith("CA2").contains("CA1");
    assertThat(NearNames.of("SLC26A2", GENES)).containsExactly("SLC26A3");
    assertThat(NearNames.hint("FABP", GENES)).isEqualTo("; near: FABP1");
  }

  @Test
  void saysNothingWhereNothingIsNear() {
    assertThat(NearNames.of("XYZXYZXYZ", GENES)).isEmpty();
    assertThat(NearNames.hint("XYZXYZXYZ", GENES)).isEmpty();
    assertThat(NearNames.hint("", List.of())).isEmpty();
  }
}
