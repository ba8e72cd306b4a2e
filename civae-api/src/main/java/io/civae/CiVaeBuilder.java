package io.civae;

import io.civae.internal.fit.StandardCiVae;
import io.civae.spi.BackendProvider;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Configures a {@link CiVae}. Setters check their own value at once; {@link #build()} checks what
 * settings mean to each other.
 *
 * <p>The objective for a batch of B observations, S of them labelled, is
 *
 * <pre>
 * {@code J = (1/B) Σ_n [ L(x_n, x̂_n) + α·KL_n ] + β · (1/|S|) Σ_{n∈S} CE(y_n, softmax(Wᵀz_n + b))}
 * </pre>
 *
 * <p>with {@code KL_n = ½ Σ_j (μ_j² + σ_j² − log σ_j² − 1)} and {@code z = μ + σ·ε}, ε ~ N(0, I);
 * every term in nats. An empty S contributes 0; {@link #classWeighting} makes its mean a weighted
 * one. Not thread-safe; what it builds is.
 */
public final class CiVaeBuilder {

  /** Default size of the latent space, as in the paper. */
  public static final int DEFAULT_LATENT_DIM = 20;

  /** Default weight of the KL term; chosen by measurement, see docs/decisions. */
  public static final double DEFAULT_ALPHA = 0.01;

  /** Default weight of the discriminator's cross-entropy; chosen by measurement. */
  public static final double DEFAULT_BETA = 8.0;

  /** Default share of hidden units dropped; chosen by measurement. */
  public static final double DEFAULT_DROPOUT = 0.0;

  /** Default peak learning rate; chosen by measurement. */
  public static final double DEFAULT_LEARNING_RATE = 4e-3;

  private static final int[] DEFAULT_HIDDEN_LAYERS = {512, 512, 256, 256, 128, 128, 64};

  // What the network looks like.
  int latentDim = DEFAULT_LATENT_DIM;
  int[] hiddenLayers = DEFAULT_HIDDEN_LAYERS;
  int @Nullable [] decoderLayers;
  BatchNormalization batchNormalization = BatchNormalization.BEFORE_ACTIVATION;
  double dropout = DEFAULT_DROPOUT;
  double discriminatorDropout;
  boolean sampling = true;

  // How observations are seen and scored.
  Likelihood likelihood = Likelihood.GAUSSIAN;
  OutputActivation outputActivation = OutputActivation.AUTO;
  Scaling scaling = Scaling.AUTO;
  double alpha = DEFAULT_ALPHA;
  double beta = DEFAULT_BETA;
  ClassWeighting classWeighting = ClassWeighting.none();

  // How it is trained.
  int epochs = CiVaeConfig.AUTOMATIC;
  int batchSize = CiVaeConfig.AUTOMATIC;
  ClassSampling classSampling = ClassSampling.natural();
  double learningRate = DEFAULT_LEARNING_RATE;
  LearningRateSchedule learningRateSchedule = LearningRateSchedule.oneCycle();
  double weightDecay;
  double klWarmUp;
  double gradientClipping;
  int earlyStopping;
  long seed;

  // Where.
  String device = "auto";
  @Nullable BackendProvider backend;

  // What training sees, rather than how: code, which no file of settings can hold.
  @Nullable ObservationTransform observationTransform;

  CiVaeBuilder() {}

  CiVaeBuilder(CiVaeConfig config) {
    latentDim = config.latentDim();
    hiddenLayers = config.hiddenLayers();
    decoderLayers = config.decoderLayers();
    batchNormalization = config.batchNormalization();
    dropout = config.dropout();
    discriminatorDropout = config.discriminatorDropout();
    sampling = config.sampling();
    likelihood = config.likelihood();
    outputActivation = config.outputActivation();
    scaling = config.scaling();
    alpha = config.alpha();
    beta = config.beta();
    classWeighting = config.classWeighting();
    epochs = config.epochs();
    batchSize = config.batchSize();
    classSampling = config.classSampling();
    learningRate = config.learningRate();
    learningRateSchedule = config.learningRateSchedule();
    weightDecay = config.weightDecay();
    klWarmUp = config.klWarmUp();
    gradientClipping = config.gradientClipping();
    earlyStopping = config.earlyStopping();
    seed = config.seed();
    device = config.device();
  }

  /**
   * The size h of the latent space.
   *
   * @param value at least 1; default {@value #DEFAULT_LATENT_DIM}
   * @return this
   * @throws IllegalArgumentException if out of range
   */
  public CiVaeBuilder latentDim(int value) {
    latentDim = SettingRange.atLeast("latentDim", value, 1);
    return this;
  }

  /**
   * The widths of the encoder's hidden layers, from the input on; the decoder mirrors them unless
   * {@link #decoderLayers} says otherwise, and does so again after this call.
   *
   * @param widths each at least 1; none at all makes encoder and decoder linear; default 512, 512,
   *     256, 256, 128, 128, 64
   * @return this
   * @throws IllegalArgumentException if a width is out of range
   */
  public CiVaeBuilder hiddenLayers(int... widths) {
    hiddenLayers = SettingRange.widths("hiddenLayers", widths);
    decoderLayers = null;
    return this;
  }

  /**
   * The widths of the decoder's hidden layers, from the latent on.
   *
   * @param widths each at least 1; default the encoder's, reversed
   * @return this
   * @throws IllegalArgumentException if a width is out of range
   */
  public CiVaeBuilder decoderLayers(int... widths) {
    decoderLayers = SettingRange.widths("decoderLayers", widths);
    return this;
  }

  /**
   * Where hidden layers normalise over the batch.
   *
   * @param value default {@link BatchNormalization#BEFORE_ACTIVATION}
   * @return this
   */
  public CiVaeBuilder batchNormalization(BatchNormalization value) {
    batchNormalization = Objects.requireNonNull(value, "batchNormalization must not be null");
    return this;
  }

  /**
   * The share of hidden units set to 0 at each training step, the others scaled by {@code 1 / (1 −
   * share)}.
   *
   * @param value in [0, 1); default {@value #DEFAULT_DROPOUT}
   * @return this
   * @throws IllegalArgumentException if out of range
   */
  public CiVaeBuilder dropout(double value) {
    dropout = SettingRange.share("dropout", value);
    return this;
  }

  /**
   * The share of the discriminator's logits set to 0 at each training step, the others scaled; the
   * authors' code does this, the paper does not mention it.
   *
   * @param value in [0, 1); default 0
   * @return this
   * @throws IllegalArgumentException if out of range
   */
  public CiVaeBuilder discriminatorDropout(double value) {
    discriminatorDropout = SettingRange.share("discriminatorDropout", value);
    return this;
  }

  /**
   * Whether training samples {@code z = μ + σ·ε}, or takes {@code z = μ}. Without sampling, with
   * {@code alpha(0)} and {@code beta(0)}, the network is an autoencoder, and its log-variances mean
   * nothing.
   *
   * @param value default true
   * @return this
   */
  public CiVaeBuilder sampling(boolean value) {
    sampling = value;
    return this;
  }

  /**
   * The reconstruction term L.
   *
   * @param value default {@link Likelihood#GAUSSIAN}, the squared error
   * @return this
   */
  public CiVaeBuilder likelihood(Likelihood value) {
    likelihood = Objects.requireNonNull(value, "likelihood must not be null");
    return this;
  }

  /**
   * What the decoder ends in.
   *
   * @param value default {@link OutputActivation#AUTO}
   * @return this
   */
  public CiVaeBuilder outputActivation(OutputActivation value) {
    outputActivation = Objects.requireNonNull(value, "outputActivation must not be null");
    return this;
  }

  /**
   * How features are scaled on their way in and back out.
   *
   * @param value default {@link Scaling#AUTO}
   * @return this
   */
  public CiVaeBuilder scaling(Scaling value) {
    scaling = Objects.requireNonNull(value, "scaling must not be null");
    return this;
  }

  /**
   * The weight α of the KL term, against a reconstruction term summed over features. With 1 and a
   * likelihood {@linkplain Likelihood#isOfCounts() of counts}, {@code L + α·KL} is the negative
   * evidence lower bound.
   *
   * @param value finite and non-negative; default {@value #DEFAULT_ALPHA}
   * @return this
   * @throws IllegalArgumentException if out of range
   */
  public CiVaeBuilder alpha(double value) {
    alpha = SettingRange.nonNegative("alpha", value);
    return this;
  }

  /**
   * The weight β of the discriminator's cross-entropy, against a reconstruction term summed over
   * features. With 0 the network is a plain VAE; its discriminator is then never trained and
   * answers equal probabilities.
   *
   * @param value finite and non-negative; default {@value #DEFAULT_BETA}
   * @return this
   * @throws IllegalArgumentException if out of range
   */
  public CiVaeBuilder beta(double value) {
    beta = SettingRange.nonNegative("beta", value);
    return this;
  }

  /**
   * How much the observations of each class count in the discriminator's cross-entropy, which is
   * then {@code Σ_{n∈S} w_{y_n}·CE_n / Σ_{n∈S} w_{y_n}}; for data whose classes differ in size.
   *
   * @param value default {@link ClassWeighting#none()}; whether its classes exist is checked by
   *     {@code fit}
   * @return this
   */
  public CiVaeBuilder classWeighting(ClassWeighting value) {
    classWeighting = Objects.requireNonNull(value, "classWeighting must not be null");
    return this;
  }

  /**
   * How often an epoch shows the observations of each class; for data whose classes differ in size.
   *
   * @param value default {@link ClassSampling#natural()}, every observation once; whether its
   *     classes exist is checked by {@code fit}
   * @return this
   */
  public CiVaeBuilder classSampling(ClassSampling value) {
    classSampling = Objects.requireNonNull(value, "classSampling must not be null");
    return this;
  }

  /**
   * Passes over the training data. When not set, {@code fit} chooses: 15, or as many as 2,000 steps
   * take when that is more.
   *
   * @param value at least 1
   * @return this
   * @throws IllegalArgumentException if out of range
   */
  public CiVaeBuilder epochs(int value) {
    epochs = SettingRange.atLeast("epochs", value, 1);
    return this;
  }

  /**
   * The largest number of observations in a training step. An epoch is cut into as few batches as
   * this allows, of sizes that differ by at most one. When not set, {@code fit} chooses: the
   * largest power of two that gives 20 batches an epoch, but at least 16 and at most 256.
   *
   * @param value at least 2: batch normalisation needs two observations, so that with 2 and an odd
   *     number of observations one batch has 3
   * @return this
   * @throws IllegalArgumentException if out of range
   */
  public CiVaeBuilder batchSize(int value) {
    batchSize = SettingRange.atLeast("batchSize", value, 2);
    return this;
  }

  /**
   * The peak learning rate of Adam (Kingma and Ba, 2015; β₁ 0.9, β₂ 0.999, ε 1e-8).
   *
   * @param value finite and above 0; default {@value #DEFAULT_LEARNING_RATE}
   * @return this
   * @throws IllegalArgumentException if out of range
   */
  public CiVaeBuilder learningRate(double value) {
    learningRate = SettingRange.positive("learningRate", value);
    return this;
  }

  /**
   * The share of the peak rate at each step.
   *
   * @param value default {@link LearningRateSchedule#oneCycle()}
   * @return this
   */
  public CiVaeBuilder learningRateSchedule(LearningRateSchedule value) {
    learningRateSchedule = Objects.requireNonNull(value, "learningRateSchedule must not be null");
    return this;
  }

  /**
   * A share of each parameter that is added to its gradient (an L2 penalty).
   *
   * @param value finite and non-negative; default 0
   * @return this
   * @throws IllegalArgumentException if out of range
   */
  public CiVaeBuilder weightDecay(double value) {
    weightDecay = SettingRange.nonNegative("weightDecay", value);
    return this;
  }

  /**
   * The share of all steps over which the weight of the KL term rises, in a straight line, from 0
   * to α (Bowman et al., 2016). Metrics always report the objective with the full α.
   *
   * @param share in [0, 1]; default 0, the full α from the first step
   * @return this
   * @throws IllegalArgumentException if out of range
   */
  public CiVaeBuilder klWarmUp(double share) {
    klWarmUp = SettingRange.wholeShare("klWarmUp", share);
    return this;
  }

  /**
   * The largest Euclidean norm of a step's gradient over all parameters together; a longer gradient
   * is shortened to it (Pascanu et al., 2013).
   *
   * @param norm finite and non-negative; default 0, no limit
   * @return this
   * @throws IllegalArgumentException if out of range
   */
  public CiVaeBuilder gradientClipping(double norm) {
    gradientClipping = SettingRange.nonNegative("gradientClipping", norm);
    return this;
  }

  /**
   * Stops training once the objective on the validation data has not fallen for this many epochs,
   * and takes back the parameters of the epoch in which it was lowest. Also when all epochs were
   * run, the parameters are those of the best one. {@code fit} then needs validation data.
   *
   * @param patience in epochs, at least 1; default 0, never stops and keeps the last epoch
   * @return this
   * @throws IllegalArgumentException if negative
   */
  public CiVaeBuilder earlyStopping(int patience) {
    earlyStopping = SettingRange.atLeast("earlyStopping", patience, 0);
    return this;
  }

  /**
   * A random change of each training observation, new in every epoch; see {@link ImageJitter} for
   * images. Like the backend, and unlike settings, it is code: a {@link CiVaeConfig} does not hold
   * it, {@link CiVaeModel#provenance()} names it. Not for likelihoods of counts.
   *
   * @param value default none
   * @return this
   */
  public CiVaeBuilder observationTransform(ObservationTransform value) {
    observationTransform = Objects.requireNonNull(value, "observationTransform must not be null");
    return this;
  }

  /**
   * The seed of every random choice: initial weights, order of observations, noise, dropout. The
   * same seed on the same engine with the same number of threads gives the same model bit for bit.
   *
   * @param value any; default 0
   * @return this
   */
  public CiVaeBuilder seed(long value) {
    seed = value;
    return this;
  }

  /**
   * Where to train.
   *
   * @param value {@code "auto"} (a GPU when the engine sees one, the default), {@code "cpu"},
   *     {@code "gpu"} (the first) or {@code "gpu:N"}
   * @return this
   * @throws IllegalArgumentException if it is none of these; whether the device exists is checked
   *     by {@code fit}
   */
  public CiVaeBuilder device(String value) {
    device = SettingRange.device("device", value);
    return this;
  }

  /**
   * What trains.
   *
   * @param value default the one found on the class path by {@link java.util.ServiceLoader}
   * @return this
   */
  public CiVaeBuilder backend(BackendProvider value) {
    backend = Objects.requireNonNull(value, "backend must not be null");
    return this;
  }

  /**
   * The settings so far.
   *
   * @return an immutable copy
   * @throws IllegalArgumentException if two settings contradict each other
   */
  public CiVaeConfig config() {
    SettingConflicts.check(this);
    return new CiVaeConfig(this);
  }

  /**
   * A CI-VAE with these settings.
   *
   * @return immutable, thread-safe and reusable
   * @throws IllegalArgumentException if two settings contradict each other
   */
  public CiVae build() {
    SettingConflicts.checkTransform(likelihood, observationTransform);
    return new StandardCiVae(config(), backend, observationTransform);
  }
}
