package io.civae.testkit;

import io.civae.spi.Backend;
import io.civae.spi.BackendProvider;
import io.civae.testkit.internal.linear.LinearBackend;

/**
 * A backend without natives for unit tests of code that uses a model: it trains in milliseconds and
 * returns a real, if linear, CI-VAE. Give it to {@code CiVaeBuilder.backend}; it is never found by
 * {@link java.util.ServiceLoader}, so that it cannot shadow the real one.
 *
 * <p>Whatever {@code hiddenLayers} says, its networks have none. With β = 0 it returns the exact
 * optimum of the objective among linear networks with squared error (probabilistic principal
 * components: Tipping and Bishop, 1999; Lucas et al., 2019): with {@code λ_j, v_j} the leading
 * eigenvalues and eigenvectors of the covariance C of the scaled training features (of 2,000 of
 * them when there are more), {@code m} their mean and {@code s² = α/2}, latent j is
 *
 * <pre>
 * {@code μ_j(x) = √(λ_j − s²)/λ_j · v_jᵀ(x − m)     σ_j² = s²/λ_j     x̂ = m + Σ_j √(λ_j − s²)/λ_j · C·v_j · z_j}
 * </pre>
 *
 * <p>With β above 0 the {@code v_j} come from the space in which variance between classes counts
 * eleven times, with {@code λ_j = v_jᵀCv_j}. Latents whose {@code λ_j ≤ s²}, and those beyond the
 * number of features, are collapsed: weights 0, σ² = 1; an α far above its default collapses all of
 * them, as in any VAE. Before a sigmoid the decoder is a logistic regression of the features on the
 * latents instead, by 40 steps that never raise its cross-entropy. The discriminator is Fisher's
 * linear discriminant on the sampled latents, with class priors, both by the classes' weights;
 * classes without member never come out on top, and with β = 0 all its values are 0.
 *
 * <p>Metrics are computed from these parameters on the task's data, the training ones with sampled
 * latents. The optimum is there from the start, so every epoch reports the same numbers; steps and
 * epochs are told to the listener as of a training that takes them one by one; early stopping ends
 * them when patience has run out after the first. A training may be stopped after any step and
 * continued. Observations are learnt from as the first epoch sees them, and as often when classes
 * are sampled. Learning rate, dropout, batch normalisation, weight decay, gradient clipping and KL
 * warm-up mean nothing to it. Deterministic; thread-safe.
 *
 * <p>Likelihoods of counts have no closed form: asked for one, it throws {@link
 * io.civae.BackendException}.
 *
 * <p>Its classifiers have no hidden layers either: they are Bayes' rule for classes that are balls
 * around their means, all of one size.
 */
public final class FakeBackend implements BackendProvider {

  /** A provider of fake backends. */
  public FakeBackend() {}

  /**
   * The name.
   *
   * @return {@code "fake"}
   */
  @Override
  public String name() {
    return "fake";
  }

  /**
   * Starts a backend, which holds no resources but insists on being used only while open, on {@code
   * device} {@code auto} or {@code cpu}.
   *
   * @return a new backend, to be closed by the caller
   */
  @Override
  public Backend create() {
    return new LinearBackend();
  }
}
