package io.civae.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.civae.CiVae;
import io.civae.CiVaeModel;
import io.civae.Traversal;
import io.civae.TraversalPath;
import io.civae.augment.AuditedDataset;
import io.civae.augment.Balance;
import io.civae.augment.Endpoints;
import io.civae.augment.Rejection;
import io.civae.data.LabeledDataset;
import io.civae.walk.Spacing;
import io.civae.walk.Walks;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for walks and augmentation of any trained model, loaded from its file included. */
class WalkPropertiesTest {

  @TempDir private Path folder;

  private CiVaeModel loaded(LabeledDataset data, long seed) {
    CiVae ciVae = CiVae.builder().latentDim(3).backend(new FakeBackend()).seed(seed).build();
    Path file = folder.resolve("model.civae");
    try (CiVaeModel model = ciVae.fit(data)) {
      model.save(file);
    }
    return CiVae.load(file);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void walksKeepTheirPromises(long seed) {
    LabeledDataset data = SyntheticDatasets.imbalancedTable(new int[] {90, 40, 20}, seed);
    try (CiVaeModel model = loaded(data, seed)) {
      Walks walks = model.walks(data);
      int certified = 0;
      for (String name : data.classNames()) {
        int[] members = data.indicesOf(name);
        List<Traversal> traversals =
            List.of(
                Traversal.linear(),
                Traversal.spherical(),
                Traversal.normalised(),
                walks.holeAware(name),
                walks.geodesic());
        float[] a = walks.latentOf(data.observation(members[0]));
        float[] b = walks.latentOf(data.observation(members[1]));
        for (Traversal traversal : traversals) {
          for (int points : new int[] {1, 2, 1000}) {
            TraversalPath path = walks.walk(traversal, Spacing.points(points), a, b);
            CiVaeAssertions.assertThat(path)
                .hasPoints(points)
                .hasFiniteObservations()
                .startsAt(a, 0)
                .endsAt(points == 1 ? a : b, 0);
            if (path.isCertified()) {
              certified++;
              CiVaeAssertions.assertThat(path)
                  .staysInClass(path.certifiedClass().orElseThrow(), model.classNames())
                  .hasMarginsAtLeast(0)
                  .hasHoleScoresAtLeast(Double.NEGATIVE_INFINITY);
            }
          }
          for (float[] z : walks.walk(traversal, Spacing.points(7), a, a.clone()).latents()) {
            assertThat(z).isEqualTo(a);
          }
        }
      }
      assertThat(certified).isPositive();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void augmentationKeepsItsPromises(long seed) {
    LabeledDataset data = SyntheticDatasets.imbalancedTable(new int[] {90, 40, 20}, seed);
    try (CiVaeModel model = loaded(data, seed)) {
      AuditedDataset balanced =
          model
              .augmenter(data)
              .between(Endpoints.nearestNeighbours(5))
              .withPosteriorNoise(0.5)
              .withResiduals()
              .rejecting(Rejection.offClass().withLimit(200))
              .auditedBalance(Balance.toCounts(Map.of("1", 75, "2", 60)));
      CiVaeAssertions.assertThat(balanced.dataset())
          .startsWithRowsOf(data)
          .hasClassCount("0", 90)
          .hasClassCount("1", 75)
          .hasClassCount("2", 60);
      CiVaeAssertions.assertThat(balanced)
          .hasMade(75)
          .hasParentsOfItsClassIn(data)
          .hasMarginsAtLeast(0)
          .hasProbabilitiesAtLeast(1 / 3.0)
          .hasAcceptanceRateAtLeast(0.01);
    }
  }

  @Test
  void assertionsFailWithTheFigure() {
    LabeledDataset data = SyntheticDatasets.gaussianBlobs(new int[] {20, 20}, 4, 1);
    try (CiVaeModel model = loaded(data, 1)) {
      AuditedDataset made = model.augmenter(data).audited("0", 5);
      LabeledDataset swapped =
          data.select(IntStream.range(0, 40).map(i -> data.indicesOf("1")[i / 2]).toArray());
      float[] a = data.observation(data.indicesOf("0")[0]);
      float[] b = data.observation(data.indicesOf("1")[0]);
      TraversalPath across = model.traverse(a, b, Traversal.spherical(), 9);
      for (Runnable wrong :
          List.<Runnable>of(
              () -> CiVaeAssertions.assertThat(made).hasMade(4),
              () -> CiVaeAssertions.assertThat(made).hasParentsOfItsClassIn(swapped),
              () -> CiVaeAssertions.assertThat(made).hasMarginsAtLeast(1e9),
              () -> CiVaeAssertions.assertThat(made).hasProbabilitiesAtLeast(1.5),
              () -> CiVaeAssertions.assertThat(made).hasAcceptanceRateAtLeast(1.5),
              () -> CiVaeAssertions.assertThat((AuditedDataset) null).hasMade(1),
              () -> CiVaeAssertions.assertThat(across).hasMarginsAtLeast(0),
              () -> CiVaeAssertions.assertThat(across).hasHoleScoresAtLeast(-1e9),
              () -> CiVaeAssertions.assertThat(across).hasRelativeLengthAtMost(0.5))) {
        assertThatThrownBy(wrong::run)
            .isInstanceOf(AssertionError.class)
            .hasMessageContaining("xpect");
      }
    }
  }
}
