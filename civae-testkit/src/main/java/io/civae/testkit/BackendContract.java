package io.civae.testkit;

/**
 * The tests that every backend must pass, on small data and small networks. A backend's own test
 * extends it:
 *
 * <pre>{@code
 * class MyBackendTest extends BackendContract {
 *   @Override
 *   protected BackendProvider provider() {
 *     return new MyBackendProvider();
 *   }
 * }
 * }</pre>
 *
 * <p>Gates such as {@link #offersAccelerator()} say what a backend can do and default to all of it;
 * closing one does not skip its tests but makes them check that the capability is absent. Needs
 * JUnit 5 and AssertJ.
 */
public abstract class BackendContract extends ClassifierContract {

  /** A contract for {@link #provider()}. */
  protected BackendContract() {}
}
