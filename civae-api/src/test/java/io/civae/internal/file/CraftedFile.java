package io.civae.internal.file;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * A model file taken apart into header and data, to be changed by hand and put together again with
 * a correct checksum. Written against the documented layout, not with the code under test.
 */
final class CraftedFile {

  private static final String MANIFEST = "civae.manifest";
  private static final int LENGTH_BYTES = 8;
  private static final int CHECKSUM_BYTES = 32;

  private final String header;
  private final byte[] data;

  private CraftedFile(String header, byte[] data) {
    this.header = header;
    this.data = data;
  }

  static CraftedFile of(byte[] file) {
    int length = (int) ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong();
    String header = new String(file, LENGTH_BYTES, length, StandardCharsets.UTF_8);
    byte[] data = Arrays.copyOfRange(file, LENGTH_BYTES + length, file.length - CHECKSUM_BYTES);
    return new CraftedFile(header, data);
  }

  /** The header's JSON, with the spaces that pad it. */
  String header() {
    return header;
  }

  /** The tensors' bytes without the checksum. */
  byte[] data() {
    return data.clone();
  }

  CraftedFile withHeader(UnaryOperator<String> change) {
    return new CraftedFile(change.apply(header), data);
  }

  CraftedFile withData(byte[] replacement) {
    return new CraftedFile(header, replacement.clone());
  }

  /** Replaces text that must be there, so that a test cannot pass for want of it. */
  CraftedFile replacing(String old, String replacement) {
    if (!header.contains(old)) {
      throw new AssertionError("the header has no " + old + ": " + header);
    }
    return new CraftedFile(header.replace(old, replacement), data);
  }

  /** The manifest as a new object. */
  JsonObject manifest() {
    JsonObject json = JsonParser.parseString(header).getAsJsonObject();
    String text = json.getAsJsonObject("__metadata__").get(MANIFEST).getAsString();
    return JsonParser.parseString(text).getAsJsonObject();
  }

  /** Changes the manifest inside its escaped string. */
  CraftedFile withManifest(UnaryOperator<String> change) {
    JsonObject json = JsonParser.parseString(header).getAsJsonObject();
    JsonObject metadata = json.getAsJsonObject("__metadata__");
    metadata.addProperty(MANIFEST, change.apply(metadata.get(MANIFEST).getAsString()));
    return new CraftedFile(json.toString(), data);
  }

  /** Replaces text that must be in the manifest. */
  CraftedFile replacingInManifest(String old, String replacement) {
    return withManifest(
        manifest -> {
          if (!manifest.contains(old)) {
            throw new AssertionError("the manifest has no " + old + ": " + manifest);
          }
          return manifest.replace(old, replacement);
        });
  }

  byte[] bytes() {
    return bytes(header.getBytes(StandardCharsets.UTF_8).length);
  }

  /** With a length of the header that need not be true. */
  byte[] bytes(long claimedLength) {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer file =
        ByteBuffer.allocate(LENGTH_BYTES + json.length + data.length + CHECKSUM_BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(claimedLength)
            .put(json)
            .put(data);
    file.put(sha256(Arrays.copyOf(file.array(), file.position())));
    return file.array();
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
