package io.civae.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.civae.Augmenter;
import io.civae.CiVae;
import io.civae.CiVaeModel;
import io.civae.Traversal;
import io.civae.TraversalPath;
import io.civae.augment.AuditedDataset;
import io.civae.augment.Balance;
import io.civae.augment.Constraints;
import io.civae.augment.Endpoints;
import io.civae.augment.Rejection;
import io.civae.augment.SyntheticAudit;
import io.civae.data.FeatureMatrix;
import io.civae.data.LabeledDataset;
import io.civae.walk.FeatureTrend;
import io.civae.walk.PopulationTrends;
import io.civae.walk.Spacing;
import io.civae.walk.Walks;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The programs of {@code docs/walks-and-augmentation.md}. */
class WalkGuideTest {

  private final LabeledDataset data = SyntheticDatasets.imbalancedTable(new int[] {200, 60, 30}, 3);

  private final CiVaeModel model =
      CiVae.builder().latentDim(3).backend(new FakeBackend()).seed(3).build().fit(data);

  @AfterEach
  void closeModel() {
    model.close();
  }

  @Test
  void walks() {
    float[] a = data.observation(data.indicesOf("1")[0]);
    float[] b = data.observation(data.indicesOf("1")[1]);

    Walks walks = model.walks(data);
    TraversalPath path =
        walks.walk(Traversal.linear(), Spacing.points(9), walks.latentOf(a), walks.latentOf(b));
    for (int i = 0; i < path.points(); i++) {
      double margin = path.margin(i).orElseThrow(); // to the nearest boundary of path.className()
      double hole = path.holeScore(i).orElseThrow(); // empty when no reference data were given
      assertThat(margin).isFinite();
      assertThat(hole).isFinite();
    }
    assertThat(path.shape().relativeLength().orElseThrow()).isGreaterThanOrEqualTo(1 - 1e-6);
  }

  @Test
  void moreWalks() {
    float[] a = data.observation(data.indicesOf("0")[0]);
    float[] b = data.observation(data.indicesOf("0")[1]);

    Walks walks = model.walks(data);
    Traversal alongTheData = walks.holeAware("0"); // builds a graph: keep it
    Traversal shortest = walks.geodesic();
    TraversalPath around = model.traverse(a, b, alongTheData, 9);
    TraversalPath bent = model.traverse(a, b, shortest, 9);
    TraversalPath throughTheMean =
        walks.walk(
            Traversal.linear(),
            Spacing.step(0.25),
            walks.latentOf(a),
            walks.classMean("0"),
            walks.latentOf(b));
    assertThat(List.of(around.points(), bent.points())).containsOnly(9);
    assertThat(throughTheMean.points()).isGreaterThan(2);
  }

  @Test
  void population() {
    FeatureMatrix poor = data.features().select(Arrays.copyOf(data.indicesOf("0"), 40));
    FeatureMatrix other = data.features().select(data.indicesOf("2"));

    PopulationTrends trends = model.walks().population(poor, other).points(21).run();
    FeatureTrend first = trends.ranked().get(0);
    System.Logger log = System.getLogger("guide");
    log.log(System.Logger.Level.DEBUG, "{0} over {1} pairs", first, trends.pairs());
    assertThat(first.isClear()).isTrue();
  }

  @Test
  void augmentation() {
    Augmenter augmenter =
        model
            .augmenter(data)
            .between(Endpoints.nearestNeighbours(5))
            .withResiduals()
            .keeping(Constraints.seenIn(data))
            .rejecting(Rejection.offClass().andImplausible(0.01).withLimit(100));
    AuditedDataset made = augmenter.auditedBalance(Balance.toRatio(0.5));
    LabeledDataset forTraining = made.dataset(); // real rows first, untouched
    String summary = made.summary().toString();
    SyntheticAudit audit = made.audits().get(0); // parents, t, probability, margin, …
    Stream<float[]> endless = augmenter.stream("1");
    assertThat(forTraining.size()).isEqualTo(200 + 100 + 100);
    assertThat(summary).startsWith("110 asked, 110 made");
    assertThat(audit.className()).isEqualTo("1");
    assertThat(endless.limit(3)).hasSize(3);
  }
}
