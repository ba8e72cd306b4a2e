package io.civae.testkit;

import io.civae.data.LabeledDataset;

/**
 * Seeded synthetic datasets. The same arguments give the same data on every platform; rows come
 * shuffled. Needs neither JUnit nor AssertJ. All methods are thread-safe.
 */
public final class SyntheticDatasets {

  private SyntheticDatasets() {}

  /**
   * Handwritten-looking digits of 28 × 28 pixels, drawn with pen strokes: each image picks one of
   * three or four ways to write its digit, moves the points the pen passes by N(0, 0.034²) of the
   * glyph's size, and draws height (15–22.5 pixels), width, slant, rotation (up to ±16°), place (up
   * to ±2.8 pixels) and thickness (1.3–3.8 pixels) anew.
   *
   * <p>Features are pixels, row by row from the top left, named {@code r0c0} to {@code r27c27}, in
   * [0, 1]: 0 the background, 1 full ink. Classes are {@code "0"} to {@code "9"}. The first images
   * of a digit do not depend on how many are asked for. How hard they are: see the package page.
   *
   * @param perClass images of each digit, 1 to 250,000
   * @param seed any value
   * @return {@code 10 · perClass} images
   * @throws IllegalArgumentException if {@code perClass} is out of range
   */
  public static LabeledDataset digits(int perClass, long seed) {
    return SyntheticDigits.draw(perClass, seed);
  }

  /**
   * One Gaussian cloud {@code N(m_c, I)} per class, the centres m_c at least 10 apart, so that each
   * point lies nearest its own centre but for about one in three million.
   *
   * <p>Centres are drawn from {@code N(0, s² I)}, s = 12/√(2·features), each redrawn until it keeps
   * its distance; s grows by a quarter after every 50 failures. Classes are {@code "0"}, {@code
   * "1"}, …; features have no unit.
   *
   * @param perClass members of each class, each at least 1; at least one class
   * @param features at least 1
   * @param seed any value
   * @return {@code Σ perClass} points
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static LabeledDataset gaussianBlobs(int[] perClass, int features, long seed) {
    return GaussianBlobs.draw(perClass, features, seed);
  }

  /**
   * A small table of mixed scales with one common class and rarer ones that overlap it partly.
   *
   * <p>Each row has three hidden factors {@code u ~ N(m_c, I)}, with {@code m_0 = 0} and the rarer
   * classes 2.2 away from it in directions of their own: the best classifier of a rare against the
   * common class errs in about one of seven. With e ~ N(0, 1), new for each use, the columns are
   *
   * <table>
   * <caption>Columns</caption>
   * <tr><th>name</th><th>value</th><th>kind</th></tr>
   * <tr><td>{@code income}</td><td>{@code exp(10 + 0.6·u1)}</td><td>positive, tens of thousands</td></tr>
   * <tr><td>{@code share}</td><td>{@code 0.02 + 0.004·u2 + 0.001·e}</td><td>hundredths</td></tr>
   * <tr><td>{@code visits}</td><td>{@code Poisson(exp(1.2 + 0.4·u3))}</td><td>integer, from 0</td></tr>
   * <tr><td>{@code waiting}</td><td>{@code max(0, 40 + 60·(u1 − u2)/√2 + 10·e)}</td>
   *     <td>non-negative, often exactly 0</td></tr>
   * <tr><td>{@code balance}</td><td>{@code 5000·u2 + 3000·u3 + 1000·e}</td><td>any sign</td></tr>
   * <tr><td>{@code noise}</td><td>{@code 100·e}</td><td>tells nothing of the class</td></tr>
   * <tr><td>{@code constant}</td><td>42</td><td>constant</td></tr>
   * </table>
   *
   * @param perClass members of each class: at least two classes, the first larger than any other,
   *     each at least 1
   * @param seed any value
   * @return {@code Σ perClass} rows of classes {@code "0"} (the common one), {@code "1"}, …
   * @throws IllegalArgumentException if {@code perClass} breaks a rule
   */
  public static LabeledDataset imbalancedTable(int[] perClass, long seed) {
    return ImbalancedTable.draw(perClass, seed);
  }

  /**
   * Two interleaved half-moons, which no straight line separates: {@code (cos t, sin t)} for class
   * {@code "0"} and {@code (1 − cos t, ½ − sin t)} for class {@code "1"}, t uniform in [0, π), with
   * {@code N(0, noise²)} added to both coordinates {@code x} and {@code y}.
   *
   * @param perClass points of each moon, at least 1
   * @param noise standard deviation, finite and non-negative; the moons mix from about 0.2 on
   * @param seed any value
   * @return {@code 2 · perClass} points
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static LabeledDataset moons(int perClass, double noise, long seed) {
    return Moons.draw(perClass, noise, seed);
  }

  /**
   * Single-cell counts with known truth, by the default design.
   *
   * @param seed any value
   * @return counts and truth, see {@link #singleCells(SingleCellDesign, long)}
   */
  public static SingleCells singleCells(long seed) {
    return singleCells(SingleCellDesign.builder().build(), seed);
  }

  /**
   * Single-cell counts with known truth: cell types with marker genes, and in some types a
   * programme of genes that rise or fall, each at its own point, from normal to tumour.
   *
   * <p>Cell i of type t with library size L_i and progress p_i has for gene g the count
   *
   * <pre>{@code c_ig ~ NegativeBinomial(mean L_i · e^η_ig / Z_t, variance mean + φ·mean²)
   * η_ig = base_g + [g marks t]·markerEffect + [t has the programme]·effect_g · r((p_i − halfStep_g) / 2w + ½)
   * r(u) = u²·(3 − 2u), u cut to [0, 1];   Z_t = Σ_g e^η_g at progress 0}</pre>
   *
   * <p>with L_i log-normal, base_g ~ N(0, 0.5²) and {@code p_i = sin²(π·U/2)}, U uniform in [0, 1):
   * most cells are near an end, some in the middle. Programme genes have half-steps evenly spread
   * over [w, 1 − w], in an order that the seed chooses, so that the response is exactly 0 at
   * progress 0, 1 at progress 1 and ½ at the half-step, on the logarithmic scale. Flat genes never
   * change with progress.
   *
   * @param design numbers and sizes
   * @param seed any value
   * @return counts and truth
   */
  public static SingleCells singleCells(SingleCellDesign design, long seed) {
    return new SingleCellSimulation(design, seed).run();
  }
}
