package io.civae.examples.singlecell.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** The same three cells of four genes in the formats of others. */
final class SmallFiles {

  /** Three cells of four genes; the second cell is empty. */
  static final float[][] COUNTS = {{1, 0, 0, 12}, {0, 0, 0, 0}, {0, 3, 0, 2}};

  static final String MATRIX =
      """
      %%MatrixMarket matrix coordinate integer general
      %a comment
      4 3 4
      1 1 1
      4 1 12
      2 3 3
      4 3 2
      """;

  static final String FEATURES =
      "ENSG1\tA1\tGene Expression\nENSG2\tB2\tGene Expression\nENSG3\tC3\tGene Expression\nENSG4\tA1\tGene Expression\n";

  static final String BARCODES = "AAA-1\nCCC-1\nGGG-1\n";

  static final String CELLS = "barcode,type,note\nGGG-1,T,\"a, \"\"b\"\"\"\nAAA-1,B,NA\nCCC-1,T,\n";

  static final String CELLS_BY_GENES =
      "cell,ENSG1,ENSG2,ENSG3,ENSG4\nAAA-1,1,0,0,12\nCCC-1,0,0,0,0\nGGG-1,0,3,0.0,2e0\n";

  /** As R writes it: tabs, no name for the column of names. */
  static final String GENES_BY_CELLS =
      "AAA-1\tCCC-1\tGGG-1\nENSG1\t1\t0\t0\nENSG2\t0\t0\t3\nENSG3\t0\t0\t0\nENSG4\t12\t0\t2\n";

  private SmallFiles() {}

  static Path tenx(Path folder, String matrix, String features, String barcodes)
      throws IOException {
    Files.createDirectories(folder);
    write(folder.resolve("matrix.mtx"), matrix);
    write(folder.resolve("features.tsv"), features);
    write(folder.resolve("barcodes.tsv"), barcodes);
    return folder;
  }

  static Path write(Path file, String text) throws IOException {
    return Files.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] compressed(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
