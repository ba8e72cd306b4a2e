package io.civae.internal.file;

import com.google.common.hash.Hashing;
import com.google.common.primitives.ImmutableIntArray;
import com.google.common.primitives.Ints;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.civae.spi.Tensor;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Metadata and float tensors as the bytes of a safetensors file that checks itself.
 *
 * <p>Layout: 8 bytes little-endian header length; a JSON header padded with spaces to a multiple of
 * 8; the tensors' little-endian float32 values, without gaps; last a tensor {@code file.sha256} of
 * 32 bytes, the SHA-256 of every byte before it. Any safetensors reader can open it; any changed
 * byte is noticed here.
 *
 * @param metadata names and texts
 * @param tensors by name
 */
record TensorArchive(Map<String, String> metadata, Map<String, Tensor> tensors) {

  private static final String METADATA = "__metadata__";
  private static final String CHECKSUM = "file.sha256";
  private static final int CHECKSUM_BYTES = 32;

  /** The limit of safetensors itself: a header takes far more memory read than on the disk. */
  private static final int LONGEST_HEADER = 100_000_000;

  /**
   * Writes.
   *
   * @throws CharacterCodingException if a text is not valid Unicode, which would not come back
   */
  byte[] toBytes() throws CharacterCodingException {
    JsonObject header = new JsonObject();
    JsonObject texts = new JsonObject();
    metadata.forEach(texts::addProperty);
    header.add(METADATA, texts);
    long offset = 0;
    for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
      long end = offset + (long) Float.BYTES * entry.getValue().size();
      header.add(entry.getKey(), entry("F32", entry.getValue().shape(), offset, end));
      offset = end;
    }
    int[] checksumShape = {CHECKSUM_BYTES};
    header.add(CHECKSUM, entry("U8", checksumShape, offset, offset + CHECKSUM_BYTES));
    ByteBuffer json =
        StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(header.toString()));
    if (json.remaining() > LONGEST_HEADER) {
      throw new IllegalArgumentException(
          "the names, the history and the metadata need "
              + json.remaining()
              + " bytes; at most "
              + LONGEST_HEADER
              + " can be read back");
    }
    int padded = (json.remaining() + Long.BYTES - 1) / Long.BYTES * Long.BYTES;

    ByteBuffer bytes =
        ByteBuffer.allocate(Ints.checkedCast(Long.BYTES + padded + offset + CHECKSUM_BYTES))
            .order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(padded).put(json);
    while (bytes.position() < Long.BYTES + padded) {
      bytes.put((byte) ' ');
    }
    for (Tensor tensor : tensors.values()) {
      for (float value : tensor.values()) {
        bytes.putFloat(value);
      }
    }
    bytes.put(sha256(bytes.array(), bytes.position()));
    return bytes.array();
  }

  private static JsonObject entry(String type, int[] shape, long begin, long end) {
    JsonObject entry = new JsonObject();
    entry.addProperty("dtype", type);
    JsonArray dimensions = new JsonArray();
    for (int dimension : shape) {
      dimensions.add(dimension);
    }
    entry.add("shape", dimensions);
    JsonArray offsets = new JsonArray();
    offsets.add(begin);
    offsets.add(end);
    entry.add("data_offsets", offsets);
    return entry;
  }

  /**
   * Reads and checks; the metadata before anything else is interpreted.
   *
   * @throws IllegalArgumentException if anything is wrong; the message says what and where
   */
  static TensorArchive fromBytes(byte[] file, ArchiveFormat format) {
    if (file.length < Long.BYTES + 2) {
      throw new IllegalArgumentException(
          "not a " + format.name() + ": it has only " + file.length + " bytes");
    }
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    long headerLength = bytes.getLong();
    if (file[Long.BYTES] != '{' || headerLength < 2) {
      throw new IllegalArgumentException(
          "not a " + format.name() + ": it has no safetensors header");
    }
    if (headerLength > file.length - Long.BYTES) {
      throw new IllegalArgumentException(
          "truncated or damaged: the header claims "
              + headerLength
              + " bytes, the file has "
              + file.length);
    }
    if (headerLength > LONGEST_HEADER) {
      throw new IllegalArgumentException(
          "the header has " + headerLength + " bytes; at most " + LONGEST_HEADER + " are read");
    }
    int dataStart = Long.BYTES + (int) headerLength;
    JsonObject header = StrictJson.parseObject(utf8(file, Long.BYTES, (int) headerLength));
    Map<String, String> metadata = metadata(header, format);
    format.check(metadata);
    List<Entry> entries = entries(header, file.length - dataStart);
    verifyChecksum(file, entries);

    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (Entry entry : entries.subList(0, entries.size() - 1)) {
      float[] values = new float[Ints.checkedCast((entry.end() - entry.begin()) / Float.BYTES)];
      bytes.position(dataStart + (int) entry.begin());
      bytes.asFloatBuffer().get(values);
      tensors.put(entry.name(), Tensor.of(values, entry.shape().toArray()));
    }
    return new TensorArchive(metadata, tensors);
  }

  /** A decoder of its own: it reports what is not UTF-8 instead of replacing it. */
  private static Reader utf8(byte[] file, int from, int length) {
    return new InputStreamReader(
        new ByteArrayInputStream(file, from, length), StandardCharsets.UTF_8.newDecoder());
  }

  private static Map<String, String> metadata(JsonObject header, ArchiveFormat format) {
    if (!header.has(METADATA)) {
      throw new IllegalArgumentException(
          "not a " + format.name() + ": its header has no " + METADATA);
    }
    JsonFields fields = new JsonFields(header, "header").object(METADATA);
    Map<String, String> metadata = new LinkedHashMap<>();
    for (String name : fields.json().keySet()) {
      metadata.put(name, fields.string(name));
    }
    return metadata;
  }

  /** The table of tensors in file order; it must cover the data exactly and end in the checksum. */
  private static List<Entry> entries(JsonObject header, int dataLength) {
    List<Entry> entries = new ArrayList<>();
    for (Map.Entry<String, JsonElement> field : header.entrySet()) {
      if (!field.getKey().equals(METADATA)) {
        entries.add(
            Entry.read(field.getKey(), new JsonFields(header, "header").object(field.getKey())));
      }
    }
    entries.sort(Comparator.comparingLong(Entry::begin));
    long end = 0;
    for (Entry entry : entries) {
      if (entry.begin() != end) {
        throw new IllegalArgumentException(
            "damaged: tensor "
                + entry.name()
                + " begins at "
                + entry.begin()
                + " instead of "
                + end);
      }
      end = entry.end();
    }
    if (end != dataLength) {
      throw new IllegalArgumentException(
          (end > dataLength ? "truncated" : "damaged")
              + ": the header describes "
              + end
              + " bytes of tensors, the file has "
              + dataLength);
    }
    if (entries.isEmpty() || !entries.get(entries.size() - 1).name().equals(CHECKSUM)) {
      throw new IllegalArgumentException("damaged: the last tensor is not " + CHECKSUM);
    }
    return entries;
  }

  private static void verifyChecksum(byte[] file, List<Entry> entries) {
    Entry checksum = entries.get(entries.size() - 1);
    if (checksum.end() - checksum.begin() != CHECKSUM_BYTES) {
      throw new IllegalArgumentException("damaged: tensor " + CHECKSUM + " must have 32 bytes");
    }
    int covered = file.length - CHECKSUM_BYTES;
    byte[] stored = Arrays.copyOfRange(file, covered, file.length);
    if (!Arrays.equals(sha256(file, covered), stored)) {
      throw new IllegalArgumentException(
          "damaged or altered: the SHA-256 of its " + covered + " bytes is not the one stored");
    }
  }

  private static byte[] sha256(byte[] bytes, int length) {
    return Hashing.sha256().hashBytes(bytes, 0, length).asBytes();
  }

  private record Entry(String name, ImmutableIntArray shape, long begin, long end) {

    static Entry read(String name, JsonFields fields) {
      boolean checksum = name.equals(CHECKSUM);
      String type = fields.string("dtype");
      if (!type.equals(checksum ? "U8" : "F32")) {
        throw new IllegalArgumentException("tensor " + name + " has the unknown dtype " + type);
      }
      int[] shape = fields.integers("shape");
      long[] offsets = fields.longIntegers("data_offsets");
      long size = checksum ? 1 : Float.BYTES;
      for (int dimension : shape) {
        if (dimension < 1 || size > Integer.MAX_VALUE / dimension) {
          throw new IllegalArgumentException(
              "tensor " + name + " has the impossible shape " + Arrays.toString(shape));
        }
        size *= dimension;
      }
      if (offsets.length != 2 || offsets[0] < 0 || offsets[1] - offsets[0] != size) {
        throw new IllegalArgumentException(
            "tensor "
                + name
                + " of shape "
                + Arrays.toString(shape)
                + " does not fit its data_offsets "
                + Arrays.toString(offsets));
      }
      return new Entry(name, ImmutableIntArray.copyOf(shape), offsets[0], offsets[1]);
    }
  }
}
