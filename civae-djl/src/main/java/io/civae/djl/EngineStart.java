package io.civae.djl;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineProvider;
import ai.djl.util.ClassLoaderUtils;
import io.civae.BackendException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.ServiceLoader;

/** Starts one engine, or says in one sentence why it cannot and what to add. */
final class EngineStart {

  private final EngineKind kind;
  private final NativePlatform platform;
  private final ArtifactVersions versions = ArtifactVersions.load();

  EngineStart(EngineKind kind, NativePlatform platform) {
    this.kind = kind;
    this.platform = platform;
  }

  boolean engineFound() {
    EngineSettings.apply();
    return EngineClassLoader.with(
        () -> {
          if (!Engine.hasEngine(kind.engineName())) {
            // DJL looks only once, and that may have been with a class loader that saw none.
            ServiceLoader.load(EngineProvider.class).forEach(Engine::registerEngine);
          }
          return Engine.hasEngine(kind.engineName());
        });
  }

  /** Whether everything native the engine needs on this platform is there. */
  boolean nativeFound() {
    return libraryFound() && bridgeFound();
  }

  private boolean libraryFound() {
    return libraryIsElsewhere() || !librariesOnClassPath().isEmpty();
  }

  private boolean libraryIsElsewhere() {
    return System.getenv(kind.libraryPathVariable()) != null
        || System.getProperty(kind.libraryPathVariable()) != null;
  }

  /** What is known of each library for this platform: the kind of build, then the platform. */
  private List<String> librariesOnClassPath() {
    return EngineClassLoader.with(this::findLibraries);
  }

  private List<String> findLibraries() {
    try {
      List<String> found = new ArrayList<>();
      for (URL url : Collections.list(ClassLoaderUtils.getResources(kind.libraryMarker()))) {
        Properties properties = new Properties();
        try (InputStream stream = url.openStream()) {
          properties.load(stream);
        }
        String classifier = properties.getProperty("classifier", "");
        if (classifier.endsWith(platform.classifier())) {
          found.add(classifier);
        }
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean bridgeFound() {
    return EngineClassLoader.with(
        () ->
            kind.bridgeMarker().isEmpty()
                || ClassLoaderUtils.getContextClassLoader().getResource(kind.bridgeMarker())
                    != null);
  }

  /** The coordinates of what is not on the class path. */
  List<String> missingArtifacts() {
    List<String> missing = new ArrayList<>();
    if (!kind.hasNativeFor(platform)) {
      return missing;
    }
    if (!engineFound()) {
      missing.add(kind.engineArtifact(versions));
    }
    if (!libraryFound()) {
      missing.add(kind.libraryArtifact(versions, platform));
    }
    if (!bridgeFound()) {
      missing.add(kind.bridgeArtifact(versions));
    }
    return missing;
  }

  /** Loads the engine's native library, unless that has happened before. */
  Engine start() {
    String name = kind.engineName();
    if (platform.musl()) {
      throw new BackendException(
          "engine "
              + name
              + " cannot train on this system: its C library is musl (as on Alpine Linux), for which"
              + " no engine has a native library; use an image with glibc");
    }
    if (!engineFound() || (!nativeFound() && !EngineSettings.mayDownload())) {
      throw new BackendException(
          kind.hasNativeFor(platform)
              ? "engine "
                  + name
                  + " is not complete; add "
                  + String.join(" and ", missingArtifacts())
              : "engine " + name + " has no native library for " + platform.classifier());
    }
    NativeHeap.keepFreedMemory();
    try {
      return EngineClassLoader.with(
          kind == EngineKind.MXNET ? this::startMxnet : () -> Engine.getEngine(name));
    } catch (RuntimeException | LinkageError | AssertionError e) {
      // DJL reports what goes wrong while loading in all of these.
      throw new BackendException(
          "engine " + name + " cannot start on " + platform.classifier() + ": " + reason(e), e);
    }
  }

  private Engine startMxnet() {
    boolean mayBeForGpus =
        libraryIsElsewhere()
            || librariesOnClassPath().stream().anyMatch(library -> library.startsWith("cu"));
    // A GPU works beside the thread that asks, which must not wait for it.
    return mayBeForGpus
        ? Engine.getEngine(kind.engineName())
        : CallerComputes.start(() -> Engine.getEngine(kind.engineName()));
  }

  private static String reason(Throwable thrown) {
    Throwable deepest = thrown;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    String message = deepest.getMessage();
    return message == null ? deepest.getClass().getSimpleName() : message;
  }
}
