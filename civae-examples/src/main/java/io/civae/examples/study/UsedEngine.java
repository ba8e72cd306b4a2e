package io.civae.examples.study;

import io.civae.spi.Backend;
import io.civae.spi.BackendProvider;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A backend by the name of the engine that it really trains with. One that was not chosen by name
 * is called the same whichever engine it finds, so that a kept training of another engine would go
 * unnoticed.
 *
 * @param provider trains
 * @param description of its engine with versions, in one line
 */
record UsedEngine(BackendProvider provider, String description) implements BackendProvider {

  private static final Pattern ENGINE = Pattern.compile("\\bengine (\\S+)");

  /**
   * Starts the backend once, to ask what it is.
   *
   * @throws io.civae.BackendException if its engine cannot be started
   */
  static UsedEngine of(BackendProvider provider) {
    try (Backend backend = provider.create()) {
      return new UsedEngine(provider, backend.description());
    }
  }

  /**
   * The engine in a description of DJL's, as {@code --engine} takes it; otherwise all of the
   * description.
   */
  static String engineIn(String description) {
    Matcher engine = ENGINE.matcher(description);
    return engine.find() ? engine.group(1) : description;
  }

  /** The engine, as {@code --engine} takes it. */
  String engine() {
    return engineIn(description);
  }

  /** The same as that of a backend whose engine was chosen by name. */
  @Override
  public String name() {
    return nameOf(description, provider.name());
  }

  /**
   * The name of the backend that a description is of.
   *
   * @param otherwise the name where it is of no engine of DJL
   */
  static String nameOf(String description, String otherwise) {
    return ENGINE.matcher(description).find() ? "DJL " + engineIn(description) : otherwise;
  }

  @Override
  public Backend create() {
    return provider.create();
  }
}
