package io.civae.djl;

import com.sun.jna.Platform;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The process's standard error stream, to which natives write what Java cannot keep from it. */
final class NativeErrorStream {

  private static final Logger LOGGER = LoggerFactory.getLogger(NativeErrorStream.class);

  private static final int STANDARD_ERROR = 2;
  private static final int WRITE_ONLY = 1;
  private static final int FAILED = -1;

  private NativeErrorStream() {}

  /**
   * Does the work; lines with the given text do not reach the stream, all others do when the work
   * has ended. Only on Linux; elsewhere, and where no temporary file can be written, every line
   * does. Meant for moments: a process that is started meanwhile keeps the stream as it is then.
   */
  static <T> T without(String text, Supplier<T> work) {
    if (!Platform.isLinux()) {
      return work.get();
    }
    Path held;
    try {
      held = Files.createTempFile("civae-stderr", ".txt");
    } catch (IOException e) {
      LOGGER.debug("nothing is kept from the standard error stream", e);
      return work.get();
    }
    int file = answer("open", held.toString(), WRITE_ONLY);
    int stream = answer("dup", STANDARD_ERROR);
    boolean holding =
        file != FAILED && stream != FAILED && answer("dup2", file, STANDARD_ERROR) != FAILED;
    try {
      return work.get();
    } finally {
      if (holding) {
        answer("dup2", stream, STANDARD_ERROR);
      }
      close(file);
      close(stream);
      letGo(held, text);
    }
  }

  private static int answer(String function, Object... arguments) {
    return CLibrary.call(function, arguments).orElse(FAILED);
  }

  private static void close(int descriptor) {
    if (descriptor != FAILED) {
      answer("close", descriptor);
    }
  }

  private static void letGo(Path held, String text) {
    try {
      new String(Files.readAllBytes(held), Charset.defaultCharset())
          .lines()
          .filter(line -> !line.contains(text))
          .forEach(System.err::println);
      Files.delete(held);
    } catch (IOException e) {
      LOGGER.warn("what was written to the standard error stream is in {}", held, e);
    }
  }
}
