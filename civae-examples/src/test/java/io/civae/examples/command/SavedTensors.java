package io.civae.examples.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A model file as docs/model-file.md has it, to be spoilt so that its checksum still holds. */
final class SavedTensors {

  private static final int CHECKSUM_BYTES = 32;

  private final ByteBuffer bytes;

  private SavedTensors(byte[] bytes) {
    this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  static SavedTensors read(Path model) throws IOException {
    return new SavedTensors(Files.readAllBytes(model));
  }

  void fill(String tensor, float value) {
    int header = Math.toIntExact(bytes.getLong(0));
    String json = new String(bytes.array(), Long.BYTES, header, StandardCharsets.UTF_8);
    JsonObject tensors = JsonParser.parseString(json).getAsJsonObject();
    JsonArray offsets = tensors.getAsJsonObject(tensor).getAsJsonArray("data_offsets");
    for (int at = offsets.get(0).getAsInt(); at < offsets.get(1).getAsInt(); at += Float.BYTES) {
      bytes.putFloat(Long.BYTES + header + at, value);
    }
  }

  void write(Path model) throws IOException {
    int length = bytes.capacity() - CHECKSUM_BYTES;
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes.array(), 0, length);
      bytes.put(length, digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
    Files.write(model, bytes.array());
  }
}
