package io.civae.internal.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.civae.Augmenter;
import io.civae.augment.AuditedDataset;
import io.civae.augment.AuditedObservation;
import io.civae.augment.Endpoints;
import io.civae.augment.Rejection;
import io.civae.data.FeatureMatrix;
import io.civae.data.LabeledDataset;
import io.civae.fixture.FakeAccelerator;
import io.civae.fixture.HandMadeModels;
import io.civae.internal.model.TrainedModel;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamTest extends AugmenterFixture {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 255, 256, 1000, 1023, 1024, 1025, 2100, 5000})
  void startsWithWhatGenerateMakes(int count) {
    Augmenter noisy =
        augmenter
            .withPosteriorNoise(3)
            .between(Endpoints.nearestNeighbours(1))
            .rejecting(Rejection.offClass().withLimit(1000));
    for (Augmenter any : new Augmenter[] {augmenter, noisy}) {
      assertThat(any.stream("triple").limit(count).toArray(float[][]::new))
          .isDeepEqualTo(any.generate("triple", count).features().toArray());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 255, 256, 1100, 2500})
  void auditsWhatItStreams(int count) {
    Augmenter strict =
        augmenter
            .withPosteriorNoise(3)
            .withResiduals()
            .rejecting(Rejection.offClass().withLimit(1000));
    for (Augmenter any : new Augmenter[] {augmenter, strict}) {
      List<AuditedObservation> streamed = any.auditedStream("triple").limit(count).toList();
      AuditedDataset audited = any.audited("triple", count);
      assertThat(streamed)
          .extracting(AuditedObservation::audit)
          .containsExactlyElementsOf(audited.audits());
      assertThat(streamed.stream().map(AuditedObservation::observation).toArray(float[][]::new))
          .isDeepEqualTo(any.stream("triple").limit(count).toArray(float[][]::new));
    }
  }

  @Test
  void auditsOneByOneUntilTheModelIsClosed() {
    Iterator<AuditedObservation> rows = augmenter.auditedStream("pair").iterator();
    AuditedObservation first = rows.next();
    first.observation()[0] = Float.NaN;
    assertThat(first.observation()).doesNotContain(Float.NaN).hasSize(2);
    assertThat(first.toString()).startsWith("AuditedObservation[2 features, SyntheticAudit[");
    model.close();
    assertThatThrownBy(rows::next).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> augmenter.auditedStream("pair"))
        .isInstanceOf(IllegalStateException.class);
  }

  /** Members are read from the source when something is asked of the stream, not before. */
  @Test
  void readsNothingForAStreamThatNobodyReads() {
    AtomicInteger reads = new AtomicInteger();
    FeatureMatrix counting =
        new FeatureMatrix() {
          @Override
          public int rows() {
            return source.size();
          }

          @Override
          public int columns() {
            return 2;
          }

          @Override
          public void copyRow(int row, float[] target, int offset) {
            reads.incrementAndGet();
            source.features().copyRow(row, target, offset);
          }
        };
    Augmenter own = model.augmenter(source.withFeatures(counting));
    own.generate("pair", 1); // The class is encoded.
    int before = reads.get();
    Stream<AuditedObservation> stream = own.auditedStream("pair");
    assertThat(reads).hasValue(before);
    assertThat(stream.limit(2).count()).isEqualTo(2);
    assertThat(reads).hasValueGreaterThan(before);
  }

  @Test
  void generatesTheFirstOfMoreAlike() {
    float[][] many = augmenter.generate("pair", 3000).features().toArray();
    for (int count : new int[] {1, 7, 1024, 1500}) {
      float[][] few = augmenter.generate("pair", count).features().toArray();
      assertThat(few[count - 1]).isEqualTo(many[count - 1]);
    }
  }

  /** Beyond the first thousand, batches for an engine have one size, whoever asks. */
  @Test
  void asksAnEngineForBatchesOfOneSize() {
    FakeAccelerator engine = new FakeAccelerator();
    try (TrainedModel fast = new TrainedModel(HandMadeModels.smallContents(), engine)) {
      LabeledDataset rows =
          LabeledDataset.of(new float[][] {{1, 2, 3}, {4, 5, 6}}, new String[] {"a", "a"});
      Augmenter quick = fast.augmenter(rows);
      quick.generate("a", 1000);
      assertThat(engine.calls()).isEmpty();
      quick.generate("a", 1100);
      assertThat(engine.calls()).containsExactly("decode 1024");
      assertThat(quick.stream("a").limit(1030).count()).isEqualTo(1030);
    }
    // The model has waited for the batch that may have been under way ahead.
    assertThat(engine.calls()).containsOnly("decode 1024").hasSizeBetween(2, 3);
  }

  @Test
  void isLazyEndlessAndEndsWithTheModel() {
    Stream<float[]> stream = augmenter.stream("pair");
    Iterator<float[]> rows = stream.iterator();
    for (int i = 0; i < 300; i++) {
      assertThat(rows.next()).hasSize(2);
    }
    model.close();
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 5000; i++) {
                rows.next();
              }
            })
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> augmenter.stream("pair")).isInstanceOf(IllegalStateException.class);
  }

  /** What a batch that is made ahead comes to does not depend on who else draws meanwhile. */
  @Test
  void startsWithWhatGenerateMakesBesideOtherStreams() {
    float[][] expected = augmenter.generate("triple", 6000).features().toArray();
    Iterator<float[]> first = augmenter.stream("triple").iterator();
    Iterator<float[]> second = augmenter.stream("triple").iterator();
    for (float[] row : expected) {
      assertThat(first.next()).isEqualTo(row);
      assertThat(second.next()).isEqualTo(row);
    }
  }

  @Test
  void refusesAClassOfLessThanTwoAtOnce() {
    assertThatThrownBy(() -> augmenter.stream("single"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("class \"single\" has 1 member in the source; a walk needs two");
    assertThatThrownBy(() -> augmenter.auditedStream("single"))
        .hasMessage("class \"single\" has 1 member in the source; a walk needs two");
  }

  @Test
  void givesNothingAfterTheModelIsClosed() {
    Iterator<float[]> rows = augmenter.stream("pair").iterator();
    rows.next();
    model.close();
    assertThatThrownBy(rows::next).isInstanceOf(IllegalStateException.class);
  }
}
