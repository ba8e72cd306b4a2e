package io.civae.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Golden values come from a Python program with unbounded integers that was first checked against
 * published outputs: SplitMix64 from seed 1234567 gives 6457827717110365317, 3203168211198807973;
 * xoshiro256++ from state (1, 2, 3, 4) gives 41943041, 58720359, 3588806011781223,
 * 3591011842654386. Its recipe, all modulo 2⁶⁴ and with mix the finaliser of SplitMix64 and G its
 * increment 0x9E3779B97F4A7C15:
 *
 * <pre>
 * key = mix(seed xor G); for p in path: key = mix(31·key + mix(p + G))
 * state = [mix(key + G), mix(key + 2G), mix(key + 3G), mix(key + 4G)]
 * </pre>
 */
class SeededRandomTest {

  @Test
  void givesTheGoldenBits() {
    assertBits(
        SeededRandom.of(0),
        0x84f09bf307c1073aL,
        0xc82ffb597ceee51bL,
        0xadf96905c5df4417L,
        0xe9d9a8489d042c93L);
    assertBits(
        SeededRandom.of(42),
        0xab4c4adfbb450230L,
        0x16c758048460b512L,
        0xdeff27396f8eb5c7L,
        0x8b9350cec7b7bc0eL);
    assertBits(
        SeededRandom.of(-1),
        0x4e667e34c3a23a92L,
        0xd25d3020a33a95b1L,
        0x7c7bd8040bd9e4deL,
        0x933f25afa04c45dfL);
    assertBits(
        SeededRandom.of(7, 1, 2),
        0x83869fb2d46ebdf3L,
        0xf8e65bb131ccd208L,
        0x36ccc4037bd6008fL,
        0x0f3f5d8fc61855eaL);
    assertBits(
        SeededRandom.of(7, 2, 1),
        0xda6704dc295e5192L,
        0xd5d5a28a816219ccL,
        0x162c7ff973196220L,
        0x8fce77f982fd794dL);
    assertBits(
        SeededRandom.of(Long.MAX_VALUE, -5),
        0x20b42dac68b92441L,
        0xb631b46fac05d335L,
        0xfd71febab138f1aeL,
        0xbca7670eecb764a2L);
  }

  private static void assertBits(SeededRandom random, long... expected) {
    assertThat(LongStream.generate(random::nextLong).limit(expected.length))
        .containsExactly(box(expected));
  }

  private static Long[] box(long[] values) {
    return Arrays.stream(values).boxed().toArray(Long[]::new);
  }

  @Test
  void givesTheGoldenFractions() {
    SeededRandom random = SeededRandom.of(42);
    assertThat(random.nextDouble()).isEqualTo(6027013185300640L * 0x1.0p-53);
    assertThat(random.nextDouble()).isEqualTo(801453791808534L * 0x1.0p-53);
    assertThat(SeededRandom.of(42).nextFloat()).isEqualTo(11226186 * 0x1.0p-24f);
  }

  @Test
  void givesTheGoldenNormalDeviates() {
    SeededRandom random = SeededRandom.of(42);
    // Python's log and sqrt may differ from StrictMath in the last place.
    assertThat(random.nextGaussian()).isCloseTo(0.26115974141343706, within(1e-15));
    assertThat(random.nextGaussian()).isCloseTo(-0.6346611818289527, within(1e-15));
    assertThat(random.nextGaussian()).isCloseTo(1.0706336516857136, within(1e-15));
    assertThat(random.nextGaussian()).isCloseTo(0.13045789186488338, within(1e-15));
  }

  @Test
  void givesTheGoldenIntegers() {
    SeededRandom ten = SeededRandom.of(42);
    assertThat(IntStream.generate(() -> ten.nextInt(10)).limit(12))
        .containsExactly(6, 0, 8, 5, 1, 0, 6, 7, 2, 4, 3, 3);
    SeededRandom largest = SeededRandom.of(42);
    assertThat(IntStream.generate(() -> largest.nextInt(Integer.MAX_VALUE)).limit(3))
        .containsExactly(1436951918, 191081473, 1870631835);
  }

  /** A bound of 3·2²⁹ rejects a quarter of the draws: 1,000 integers took 1,322 longs in Python. */
  @Test
  void rejectsWhatWouldBiasLargeBounds() {
    SeededRandom random = SeededRandom.of(42);
    int bound = 3 << 29;
    long sum = 0;
    int last = 0;
    for (int i = 0; i < 1000; i++) {
      last = random.nextInt(bound);
      sum += last;
    }
    assertThat(sum).isEqualTo(794781821858L);
    assertThat(last).isEqualTo(662625400);

    SeededRandom stepped = SeededRandom.of(42);
    for (int i = 0; i < 1322; i++) {
      stepped.nextLong();
    }
    assertThat(random.nextLong()).isEqualTo(stepped.nextLong());
  }

  @Test
  void givesTheGoldenShuffle() {
    int[] values = IntStream.range(0, 10).toArray();
    SeededRandom.of(42).shuffle(values);
    assertThat(values).containsExactly(1, 4, 7, 2, 5, 8, 3, 9, 0, 6);
  }

  @Test
  void repeatsItself() {
    SeededRandom one = SeededRandom.of(5, 6);
    SeededRandom other = SeededRandom.of(5, 6);
    for (int i = 0; i < 100; i++) {
      assertThat(one.nextLong()).isEqualTo(other.nextLong());
    }
  }

  @Test
  void fillsTheSameAsOneByOne() {
    float[] filled = new float[7];
    SeededRandom.of(3).fillGaussian(filled);
    SeededRandom single = SeededRandom.of(3);
    for (float value : filled) {
      assertThat(value).isEqualTo((float) single.nextGaussian());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 100, 1 << 30, Integer.MAX_VALUE})
  void staysBelowTheBound(int bound) {
    SeededRandom random = SeededRandom.of(bound);
    for (int i = 0; i < 10_000; i++) {
      assertThat(random.nextInt(bound)).isBetween(0, bound - 1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  void rejectsABoundBelowOne(int bound) {
    assertThatThrownBy(() -> SeededRandom.of(1).nextInt(bound))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("bound (" + bound + ") must be at least 1");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 1000})
  void shufflesToAPermutation(int length) {
    int[] values = IntStream.range(0, length).toArray();
    SeededRandom.of(length, 4).shuffle(values);
    assertThat(Arrays.stream(values).sorted())
        .containsExactly(IntStream.range(0, length).boxed().toArray(Integer[]::new));
  }
}
