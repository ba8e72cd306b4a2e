package io.civae.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.civae.testkit.fixture.PlainMain;
import org.junit.jupiter.api.Test;

class WithoutTestLibrariesTest {

  @Test
  void datasetsAndFakeNeedNeitherJUnitNorAssertJ() {
    assertThat(ForkedJvm.run(PlainMain.class))
        .contains(
            "no org.junit.jupiter.api.Test",
            "no org.assertj.core.api.Assert",
            "digits 10",
            "moons 4",
            "table 5",
            "cells 800",
            "balanced 180");
  }
}
