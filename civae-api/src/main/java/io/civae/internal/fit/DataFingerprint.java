package io.civae.internal.fit;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import io.civae.data.LabeledDataset;
import java.nio.ByteBuffer;

/** A SHA-256 over a dataset's shape, values and class indices: the same data give the same text. */
final class DataFingerprint {

  private DataFingerprint() {}

  static String of(LabeledDataset data) {
    Hasher hasher = Hashing.sha256().newHasher();
    hasher.putInt(data.size()).putInt(data.featureCount());
    float[] row = new float[data.featureCount()];
    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * row.length);
    for (int i = 0; i < data.size(); i++) {
      data.features().copyRow(i, row, 0);
      bytes.clear();
      bytes.asFloatBuffer().put(row);
      hasher.putBytes(bytes).putInt(data.classIndex(i));
    }
    return hasher.hash().toString();
  }
}
