package io.civae.internal.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** Damages a file in every small way there is, each of which is to be noticed. */
final class DamageSweep {

  private DamageSweep() {}

  /** Tries to read the file and fails if it is not refused as it should be. */
  interface Attempt {
    void assertRefused(String what) throws IOException;
  }

  /** Turns every single bit, one after the other, and leaves the file as it was. */
  static void everyBit(Path file, Attempt attempt) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      for (int at = 0; at < bytes.length; at++) {
        for (int bit = 0; bit < 8; bit++) {
          byte[] flipped = {(byte) (bytes[at] ^ (1 << bit))};
          channel.write(ByteBuffer.wrap(flipped), at);
          attempt.assertRefused("bit " + bit + " of byte " + at);
        }
        channel.write(ByteBuffer.wrap(bytes, at, 1), at);
      }
    }
  }

  /** Cuts the file to every shorter length. */
  static void everyTruncation(Path file, Attempt attempt) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      for (int length = bytes.length - 1; length >= 0; length--) {
        channel.truncate(length);
        attempt.assertRefused("a length of " + length);
      }
    }
  }

  /** Appends a few bytes and many. */
  static void moreBytes(Path file, Attempt attempt) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    for (int extra : new int[] {1, 4, 32, bytes.length}) {
      Files.write(file, Arrays.copyOf(bytes, bytes.length + extra));
      attempt.assertRefused(extra + " bytes more");
    }
  }
}
