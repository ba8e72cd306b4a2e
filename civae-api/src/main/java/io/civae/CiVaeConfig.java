package io.civae;

import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableIntArray;
import java.util.Map;

/**
 * Every setting of a CI-VAE; see {@link CiVaeBuilder} for their meaning, range and default.
 *
 * <p>Settings left to choose themselves ({@link #AUTOMATIC}, {@link Scaling#AUTO}, {@link
 * OutputActivation#AUTO}) are resolved by {@code fit}; {@link CiVaeModel#config()} says to what.
 * Immutable; two configurations are equal when all settings are.
 */
public final class CiVaeConfig {

  /**
   * The value of {@link #epochs()} and {@link #batchSize()} while {@code fit} is to choose them.
   */
  public static final int AUTOMATIC = 0;

  private final int latentDim;
  private final ImmutableIntArray hiddenLayers;
  private final ImmutableIntArray decoderLayers;
  private final BatchNormalization batchNormalization;
  private final double dropout;
  private final double discriminatorDropout;
  private final boolean sampling;
  private final Likelihood likelihood;
  private final OutputActivation outputActivation;
  private final Scaling scaling;
  private final double alpha;
  private final double beta;
  private final ClassWeighting classWeighting;
  private final int epochs;
  private final int batchSize;
  private final ClassSampling classSampling;
  private final double learningRate;
  private final LearningRateSchedule learningRateSchedule;
  private final double weightDecay;
  private final double klWarmUp;
  private final double gradientClipping;
  private final int earlyStopping;
  private final long seed;
  private final String device;

  CiVaeConfig(CiVaeBuilder builder) {
    latentDim = builder.latentDim;
    hiddenLayers = ImmutableIntArray.copyOf(builder.hiddenLayers);
    decoderLayers =
        builder.decoderLayers == null
            ? reversed(builder.hiddenLayers)
            : ImmutableIntArray.copyOf(builder.decoderLayers);
    batchNormalization = builder.batchNormalization;
    dropout = builder.dropout;
    discriminatorDropout = builder.discriminatorDropout;
    sampling = builder.sampling;
    likelihood = builder.likelihood;
    outputActivation = builder.outputActivation;
    scaling = builder.scaling;
    alpha = builder.alpha;
    beta = builder.beta;
    classWeighting = builder.classWeighting;
    epochs = builder.epochs;
    batchSize = builder.batchSize;
    classSampling = builder.classSampling;
    learningRate = builder.learningRate;
    learningRateSchedule = builder.learningRateSchedule;
    weightDecay = builder.weightDecay;
    klWarmUp = builder.klWarmUp;
    gradientClipping = builder.gradientClipping;
    earlyStopping = builder.earlyStopping;
    seed = builder.seed;
    device = builder.device;
  }

  private static ImmutableIntArray reversed(int[] widths) {
    ImmutableIntArray.Builder result = ImmutableIntArray.builder(widths.length);
    for (int i = widths.length - 1; i >= 0; i--) {
      result.add(widths[i]);
    }
    return result.build();
  }

  /**
   * A builder that starts from these settings.
   *
   * @return a new builder, without a backend
   */
  public CiVaeBuilder toBuilder() {
    return new CiVaeBuilder(this);
  }

  /**
   * Whether no setting is left to choose itself.
   *
   * @return true for the configuration of a trained model
   */
  public boolean isResolved() {
    return epochs != AUTOMATIC
        && batchSize != AUTOMATIC
        && scaling != Scaling.AUTO
        && outputActivation != OutputActivation.AUTO;
  }

  /**
   * The size h of the latent space.
   *
   * @return at least 1
   */
  public int latentDim() {
    return latentDim;
  }

  /**
   * The widths of the encoder's hidden layers, from the input on.
   *
   * @return a copy
   */
  public int[] hiddenLayers() {
    return hiddenLayers.toArray();
  }

  /**
   * The widths of the decoder's hidden layers, from the latent on.
   *
   * @return a copy
   */
  public int[] decoderLayers() {
    return decoderLayers.toArray();
  }

  /**
   * Where hidden layers normalise over the batch.
   *
   * @return the place
   */
  public BatchNormalization batchNormalization() {
    return batchNormalization;
  }

  /**
   * The share of hidden units dropped in training.
   *
   * @return in [0, 1)
   */
  public double dropout() {
    return dropout;
  }

  /**
   * The share of the discriminator's logits dropped in training.
   *
   * @return in [0, 1)
   */
  public double discriminatorDropout() {
    return discriminatorDropout;
  }

  /**
   * Whether training samples z, or takes the posterior mean.
   *
   * @return true when it samples
   */
  public boolean sampling() {
    return sampling;
  }

  /**
   * The reconstruction term.
   *
   * @return the likelihood
   */
  public Likelihood likelihood() {
    return likelihood;
  }

  /**
   * What the decoder ends in.
   *
   * @return the activation
   */
  public OutputActivation outputActivation() {
    return outputActivation;
  }

  /**
   * How features are scaled.
   *
   * @return the scaling
   */
  public Scaling scaling() {
    return scaling;
  }

  /**
   * The weight α of the KL term.
   *
   * @return finite and non-negative
   */
  public double alpha() {
    return alpha;
  }

  /**
   * The weight β of the discriminator's cross-entropy.
   *
   * @return finite and non-negative
   */
  public double beta() {
    return beta;
  }

  /**
   * How much the observations of each class count in the cross-entropy.
   *
   * @return the weighting
   */
  public ClassWeighting classWeighting() {
    return classWeighting;
  }

  /**
   * How often an epoch shows the observations of each class.
   *
   * @return the sampling
   */
  public ClassSampling classSampling() {
    return classSampling;
  }

  /**
   * Passes over the training data.
   *
   * @return at least 1, or {@link #AUTOMATIC}
   */
  public int epochs() {
    return epochs;
  }

  /**
   * The largest number of observations in a training step.
   *
   * @return at least 2, or {@link #AUTOMATIC}
   */
  public int batchSize() {
    return batchSize;
  }

  /**
   * The peak learning rate.
   *
   * @return above 0
   */
  public double learningRate() {
    return learningRate;
  }

  /**
   * The share of the peak rate at each step.
   *
   * @return the schedule
   */
  public LearningRateSchedule learningRateSchedule() {
    return learningRateSchedule;
  }

  /**
   * The L2 penalty's gradient, as a share of each weight.
   *
   * @return finite and non-negative
   */
  public double weightDecay() {
    return weightDecay;
  }

  /**
   * The share of all steps over which α rises to its full value.
   *
   * @return in [0, 1]; 0 for none
   */
  public double klWarmUp() {
    return klWarmUp;
  }

  /**
   * The largest norm of a step's gradient.
   *
   * @return above 0, or 0 for no limit
   */
  public double gradientClipping() {
    return gradientClipping;
  }

  /**
   * The number of epochs without a better validation after which training stops.
   *
   * @return at least 1, or 0 for never
   */
  public int earlyStopping() {
    return earlyStopping;
  }

  /**
   * The seed of every random choice.
   *
   * @return any value
   */
  public long seed() {
    return seed;
  }

  /**
   * Where the network trains.
   *
   * @return {@code auto}, {@code cpu}, {@code gpu} or {@code gpu:N}
   */
  public String device() {
    return device;
  }

  /**
   * Every setting by its name in the builder; numbers, booleans, enum names, arrays of int as
   * lists, numbers for classes as maps.
   *
   * @return an immutable map in a fixed order
   */
  public Map<String, Object> settings() {
    return ImmutableMap.<String, Object>builder()
        .put("latentDim", latentDim)
        .put("hiddenLayers", hiddenLayers.asList())
        .put("decoderLayers", decoderLayers.asList())
        .put("batchNormalization", batchNormalization.name())
        .put("dropout", dropout)
        .put("discriminatorDropout", discriminatorDropout)
        .put("sampling", sampling)
        .put("likelihood", likelihood.name())
        .put("outputActivation", outputActivation.name())
        .put("scaling", scaling.name())
        .put("alpha", alpha)
        .put("beta", beta)
        .put("classWeighting", namedOrGiven(classWeighting, classWeighting.weights()))
        .put("epochs", epochs)
        .put("batchSize", batchSize)
        .put("classSampling", namedOrGiven(classSampling, classSampling.proportions()))
        .put("learningRate", learningRate)
        .put("learningRateSchedule", learningRateSchedule.kind().name())
        .put("learningRateStages", learningRateSchedule.factors())
        .put("weightDecay", weightDecay)
        .put("klWarmUp", klWarmUp)
        .put("gradientClipping", gradientClipping)
        .put("earlyStopping", earlyStopping)
        .put("seed", seed)
        .put("device", device)
        .build();
  }

  private static Object namedOrGiven(Object choice, Map<String, Double> given) {
    return given.isEmpty() ? choice.toString() : given;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CiVaeConfig that && settings().equals(that.settings());
  }

  @Override
  public int hashCode() {
    return settings().hashCode();
  }

  @Override
  public String toString() {
    return "CiVaeConfig" + settings();
  }
}
