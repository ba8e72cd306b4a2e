package io.civae.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of the library, as its build wrote it down. */
public final class LibraryVersion {

  private static final String RESOURCE = "version.properties";

  private LibraryVersion() {}

  /**
   * The version.
   *
   * @return for instance {@code 0.1.0}
   */
  public static String get() {
    try (InputStream stream = LibraryVersion.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the civae-api jar");
      }
      Properties properties = new Properties();
      properties.load(stream);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
