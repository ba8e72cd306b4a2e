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
import java.util.stream.IntStream;

/** A model file as docs/model-file.md has it, to be read, or spoilt so that its checksum holds. */
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
    places(tensor).forEach(at -> bytes.putFloat(at, value));
  }

  double[] values(String tensor) {
    return places(tensor).mapToDouble(bytes::getFloat).toArray();
  }

  private IntStream places(String tensor) {
    int header = Math.toIntExact(bytes.getLong(0));
    String json = new String(bytes.array(), Long.BYTES, header, StandardCharsets.UTF_8);
    JsonObject tensors = JsonParser.parseString(json).getAsJsonObject();
    JsonArray offsets = tensors.getAsJsonObject(tensor).getAsJsonArray("data_offsets");
    int begin = Long.BYTES + header + offsets.get(0).getAsInt();
    int end = Long.BYTES + header + offsets.get(1).getAsInt();
    return IntStream.iterate(begin, at -> at < end, at -> at + Float.BYTES);
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
