package io.civae.internal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.civae.CiVae;
import io.civae.CiVaeConfig;
import io.civae.fixture.HandMadeModels;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelContentsTest {

  private static final ModelContents SMALL = HandMadeModels.smallContents();

  private static void assertRejected(
      CiVaeConfig config, List<String> classNames, List<String> featureNames, String message) {
    assertThatThrownBy(
            () ->
                new ModelContents(
                    config,
                    classNames,
                    featureNames,
                    SMALL.scaler(),
                    SMALL.parameters(),
                    SMALL.history(),
                    SMALL.provenance()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void rejectsPartsThatDoNotFitTogether() {
    assertRejected(
        CiVae.builder().latentDim(2).config(),
        SMALL.classNames(),
        SMALL.featureNames(),
        "config must be resolved");
    assertRejected(
        SMALL.config(),
        SMALL.classNames(),
        List.of("x0", "x1"),
        "featureNames has 2 entries, the scaler 3 features");
    assertRejected(
        SMALL.config().toBuilder().latentDim(3).config(),
        SMALL.classNames(),
        SMALL.featureNames(),
        "parameter encoder.mean.weight has shape [2, 4]; expected [3, 4]");
    assertRejected(
        SMALL.config(),
        List.of("a", "b", "c"),
        SMALL.featureNames(),
        "parameter discriminator.weight has shape [2, 2]; expected [3, 2]");
  }

  @Test
  void rejectsNamesThatAreNotDistinct() {
    assertRejected(
        SMALL.config(),
        List.of("a", "a"),
        SMALL.featureNames(),
        "classNames has \"a\" twice; names must be distinct");
    assertRejected(
        SMALL.config(),
        SMALL.classNames(),
        List.of("x", "y", "x"),
        "featureNames has \"x\" twice; names must be distinct");
  }

  @Test
  void isUntouchedByLaterChangesOutside() {
    List<String> names = new ArrayList<>(List.of("a", "b"));
    Map<String, String> facts = new HashMap<>(Map.of("backend", "one"));
    ModelContents contents =
        new ModelContents(
            SMALL.config(),
            names,
            SMALL.featureNames(),
            SMALL.scaler(),
            SMALL.parameters(),
            SMALL.history(),
            new Provenance(facts));
    names.set(0, "z");
    facts.put("backend", "two");
    assertThat(contents.classNames()).containsExactly("a", "b");
    assertThat(contents.provenance().facts()).containsEntry("backend", "one");
  }
}
