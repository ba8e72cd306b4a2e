package io.civae.examples.study;

import io.civae.data.LabeledDataset;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 over a dataset's shape, values and labels, to know data again. */
final class Fingerprint {

  private Fingerprint() {}

  static String of(LabeledDataset data) {
    MessageDigest digest = sha256();
    float[] row = new float[data.featureCount()];
    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * row.length + Integer.BYTES);
    for (int i = 0; i < data.size(); i++) {
      data.features().copyRow(i, row, 0);
      bytes.clear();
      bytes.asFloatBuffer().put(row);
      bytes.putInt(Float.BYTES * row.length, data.classIndex(i));
      digest.update(bytes.array());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
