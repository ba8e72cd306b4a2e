package io.civae.examples.format;

import io.civae.data.LabeledDataset;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes latents with their labels as comma-separated values under the header {@code
 * label,z0,z1,…}. An unlabelled observation has an empty label. Numbers are written so that reading
 * them gives the same floats.
 */
public final class LatentCsv {

  private LatentCsv() {}

  /**
   * Writes a file, over an existing one of that name.
   *
   * @param file where to
   * @param data whose labels to write; a label must not hold a comma, a quote or a line break
   * @param latents one row for each observation
   * @throws IOException if the file cannot be written
   * @throws IllegalArgumentException if a label cannot be written or the numbers of rows differ
   */
  public static void write(Path file, LabeledDataset data, float[][] latents) throws IOException {
    if (data.size() != latents.length) {
      throw new IllegalArgumentException(
          "latents has " + latents.length + " rows, data has " + data.size());
    }
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("label");
      for (int j = 0; j < latents[0].length; j++) {
        out.write(",z" + j);
      }
      out.write('\n');
      for (int i = 0; i < latents.length; i++) {
        String label = data.label(i);
        out.write(label == null ? "" : checked(label));
        for (float value : latents[i]) {
          out.write(',');
          out.write(Float.toString(value));
        }
        out.write('\n');
      }
    }
  }

  private static String checked(String label) {
    if (label.matches("(?s).*[,\"\r\n].*")) {
      throw new IllegalArgumentException(
          "label (" + label + ") must not hold a comma, a quote or a line break");
    }
    return label;
  }
}
