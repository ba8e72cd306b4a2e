package io.civae.spi;

/**
 * Offers a backend. Found with {@link java.util.ServiceLoader} when {@code fit} needs one, or given
 * to {@code CiVaeBuilder.backend}. Thread-safe.
 */
public interface BackendProvider {

  /**
   * The name of the backend in messages and in model files.
   *
   * @return for instance {@code "DJL"} or {@code "DJL PyTorch"}
   */
  String name();

  /**
   * Starts a backend; the caller closes it.
   *
   * @return a new backend
   * @throws io.civae.BackendException if its engine cannot be started here; the message says why
   *     and what to add
   */
  Backend create();
}
