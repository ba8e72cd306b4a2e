package io.civae.internal.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.civae.Augmenter;
import io.civae.augment.Balance;
import io.civae.augment.Rejection;
import io.civae.augment.RejectionReason;
import io.civae.augment.TooFewAcceptedException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TooFewAcceptedTest extends AugmenterFixture {

  @Test
  void tellsProgramsWhatFailed() {
    Augmenter strict =
        model
            .augmenter(RejectionTest.border())
            .withPosteriorNoise(5)
            .rejecting(Rejection.offClass().withLimit(1).andImplausible(0.2));
    TooFewAcceptedException counted =
        catchThrowableOfType(TooFewAcceptedException.class, () -> strict.generate("triple", 4_000));
    assertThat(counted.className()).isEqualTo("triple");
    assertThat(counted.asked()).hasValue(4_000);
    assertThat(counted.rejected())
        .containsOnlyKeys(RejectionReason.OFF_CLASS, RejectionReason.IMPLAUSIBLE);
    int rejected = counted.rejected().values().stream().mapToInt(Integer::intValue).sum();
    // With a limit of 1 drawing ends at 50 more candidates than are accepted.
    assertThat(rejected).isEqualTo(50);
    assertThat(counted.examined()).isEqualTo(counted.accepted() + 50);
    assertThat(counted.accepted()).isPositive();
    assertThat(counted)
        .hasMessageContaining(
            String.format(
                "only %,d of %,d candidates passed (%d off class, %d implausible)",
                counted.accepted(),
                counted.examined(),
                counted.rejected().get(RejectionReason.OFF_CLASS),
                counted.rejected().get(RejectionReason.IMPLAUSIBLE)));

    TooFewAcceptedException balanced =
        catchThrowableOfType(
            TooFewAcceptedException.class,
            () -> strict.balance(Balance.toCounts(Map.of("triple", 4_040))));
    assertThat(balanced.asked()).hasValue(4_000);
    TooFewAcceptedException streamed =
        catchThrowableOfType(
            TooFewAcceptedException.class,
            () -> strict.stream("triple").limit(4_000).forEach(row -> {}));
    assertThat(streamed.asked()).isEmpty();
    assertThat(streamed.accepted()).isEqualTo(counted.accepted());
  }
}
