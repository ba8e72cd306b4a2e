package io.civae;

import io.civae.data.FeatureMatrix;
import io.civae.data.LabeledDataset;
import io.civae.spi.NetworkParameters;
import io.civae.walk.Walks;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A trained CI-VAE. Features go in and come out in the user's own units.
 *
 * <p>Thread-safe: one model serves many threads at once. After {@link #close()} every method but
 * {@code close} throws {@link IllegalStateException}, also on the encoder, decoder, discriminator
 * and augmenters that came from the model; calls under way finish first.
 *
 * <p>A call on fewer than {@value #ACCELERATED_ROWS} rows runs in plain Java; a larger one runs on
 * the engine when the model has one (after {@code fit}, or loaded with a backend). Both agree to
 * float rounding, and the same call always goes the same way, so results repeat bit for bit.
 */
public interface CiVaeModel extends AutoCloseable {

  /** From this many rows on, a call runs on the model's engine, if it has one. */
  int ACCELERATED_ROWS = 256;

  /**
   * The part that maps observations to posteriors.
   *
   * @return the encoder
   */
  Encoder encoder();

  /**
   * The part that maps latents to observations.
   *
   * @return the decoder
   */
  Decoder decoder();

  /**
   * The distribution of counts that a latent stands for.
   *
   * @return the decoder of counts
   * @throws IllegalStateException if the model's likelihood is not {@linkplain
   *     Likelihood#isOfCounts() of counts}
   */
  CountDecoder countDecoder();

  /**
   * The linear softmax layer on the latent space.
   *
   * @return the discriminator
   * @throws IllegalStateException if the model was trained without any class
   */
  LinearDiscriminator discriminator();

  /**
   * The classes, in the order of the discriminator's columns.
   *
   * @return an immutable list, empty when trained without labels
   */
  List<String> classNames();

  /**
   * The features, in order.
   *
   * @return an immutable list
   */
  List<String> featureNames();

  /**
   * The settings the model was trained with, every automatic choice resolved.
   *
   * @return the configuration
   */
  CiVaeConfig config();

  /**
   * How training went.
   *
   * @return the metrics of every epoch
   */
  TrainingHistory history();

  /**
   * Where the model came from, for people and bug reports: the library's version, the backend with
   * its engine, Java, the operating system, the number and the SHA-256 of the training
   * observations, the observation transform if there was one. Kept in the model's file.
   *
   * @return an immutable map in a fixed order
   */
  Map<String, String> provenance();

  /**
   * What someone kept with the model when it was saved: texts by name that this library never
   * reads, such as how observations were prepared. They are not secured against anyone: whoever can
   * write the file can write them.
   *
   * @return an immutable map in the order of the names; empty after {@code fit}, and for files
   *     without metadata
   * @see #save(Path, Map)
   */
  Map<String, String> metadata();

  /**
   * The trained parameters, for code that builds the network elsewhere. They work on scaled
   * features, see {@link CiVaeConfig#scaling()}.
   *
   * @return named arrays
   */
  NetworkParameters parameters();

  /**
   * Encodes to the posterior mean and decodes it. Counts come back as expected ones at the median
   * library size of the training observations, whatever their own is; {@link
   * CountDecoder#expected(float[][], float[])} gives them at any.
   *
   * @param x observations
   * @return reconstructions, {@code [x.rows()][featureCount]}
   * @throws IllegalArgumentException if the number of features is wrong or a value is not finite
   */
  float[][] reconstruct(FeatureMatrix x);

  /**
   * Encodes to the posterior mean and decodes it.
   *
   * @param x observations in rows
   * @return reconstructions, of the same shape
   * @throws IllegalArgumentException if {@code x} is empty or ragged, has the wrong number of
   *     features or a value that is not finite
   */
  float[][] reconstruct(float[][] x);

  /**
   * Walks from one observation to another: encodes both to their posterior means, walks between
   * these and decodes each point.
   *
   * @param from an observation
   * @param to an observation
   * @param traversal the kind of walk
   * @param points how many points, both ends included; at least 1, which is {@code from} alone
   * @return the walk
   * @throws IllegalArgumentException if an observation has the wrong number of features or a value
   *     that is not finite, or {@code points} is below 1
   */
  TraversalPath traverse(float[] from, float[] to, Traversal traversal, int points);

  /**
   * Walks of more kinds, without reference observations: no hole scores, class means or walks along
   * real observations.
   *
   * @return walks, valid while the model is open
   */
  Walks walks();

  /**
   * Walks of more kinds, with real observations to be guided and judged by. The model never keeps
   * data: the walks hold the given dataset.
   *
   * @param reference labelled observations with this model's features and classes among this
   *     model's; unlabelled ones are left out
   * @return walks, valid while the model is open
   * @throws IllegalArgumentException if the features or classes do not fit
   */
  Walks walks(LabeledDataset reference);

  /**
   * Makes labelled synthetic observations from the given real ones. The model never keeps the
   * training data: the augmenter is given its source.
   *
   * @param source labelled observations with this model's features and classes among this model's
   * @return an augmenter, valid while the model is open
   * @throws IllegalArgumentException if the features or classes do not fit
   */
  Augmenter augmenter(LabeledDataset source);

  /**
   * Writes the model to a file, in full or not at all: an older file of that name stays whole until
   * the new one is on the disk. Through a symbolic link, the file it leads to is replaced and the
   * link stays. A model that was loaded keeps its {@link #metadata()}.
   *
   * @param file where to; its folder must exist
   * @throws ModelFileException if it cannot be written
   */
  void save(Path file);

  /**
   * Writes the model as {@link #save(Path)} does, with the caller's own texts beside it: whatever
   * the file should not be without, such as a record of how observations are to be prepared. {@link
   * #metadata()} of the model that is loaded from the file gives them back letter by letter. They
   * take the place of those the model was loaded with; this model stays as it is.
   *
   * @param file where to; its folder must exist
   * @param metadata texts by name, in any format: at most 100, of at most 10,000,000 characters
   *     together, with names of 1 to 200 characters, best begun with the name of a project
   * @throws IllegalArgumentException if they are more or longer, or not valid Unicode; nothing is
   *     written then
   * @throws ModelFileException if the file cannot be written
   */
  void save(Path file, Map<String, String> metadata);

  /**
   * Recomputes the verification rows: a few synthetic observations, drawn within the range of the
   * features, whose outputs were computed in plain Java when the model was first saved and are kept
   * in its file. A model that has not been through a file computes them when it needs them. Both
   * the plain Java forward pass and the engine, if there is one, are put to the test.
   *
   * @return how far the outputs are from those expected
   */
  ModelVerification verify();

  /**
   * Frees what the model holds once the calls under way are done. Closing twice does nothing.
   *
   * @throws IllegalStateException if called from inside one of the model's own calls, for instance
   *     by a {@link FeatureMatrix} that is being encoded; the model stays open
   */
  @Override
  void close();
}
