package io.civae.data;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Turns a CSV file into a {@link RowsFile}, row by row: memory holds one row, four bytes for each
 * row's class and the classes' names.
 */
final class CsvConversion {

  /** More are a sign that the column holds identifiers. */
  static final int MOST_CLASSES = 1 << 16;

  private final CsvFormat format;
  private final String source;
  private final Map<String, Integer> classes = new LinkedHashMap<>();
  private final ImmutableIntArray.Builder classNumbers = ImmutableIntArray.builder();
  private int rows;

  private CsvConversion(CsvFormat format, String source) {
    this.format = format;
    this.source = source;
  }

  /** Writes beside the target first, so that a conversion cut short leaves nothing to be reused. */
  static void convert(Path csv, CsvFormat format, String source, Path target) throws IOException {
    Path temporary = target.resolveSibling(".civae-" + UUID.randomUUID() + ".tmp");
    try {
      try (FileChannel channel =
              FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
          OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16)) {
        // A decoder of its own: it reports what is not UTF-8 instead of replacing it.
        try (Reader reader =
            Channels.newReader(
                Channels.newChannel(Files.newInputStream(csv)),
                StandardCharsets.UTF_8.newDecoder(),
                1 << 16)) {
          convert(reader, format, source, out);
        }
        out.flush();
        channel.force(true);
      }
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /**
   * Writes the whole of a converted file.
   *
   * @throws IllegalArgumentException if the text breaks a rule; the message says where
   */
  static void convert(Reader text, CsvFormat format, String source, OutputStream out)
      throws IOException {
    new CsvConversion(format, source).run(new CsvRecords(text, format.separatorCharacter()), out);
  }

  private void run(CsvRecords records, OutputStream out) throws IOException {
    List<String> fields = CsvRecords.newRecord();
    if (!records.next(fields)) {
      throw new IllegalArgumentException("is empty");
    }
    CsvColumns columns = CsvColumns.of(format, fields);
    boolean more = !format.hasHeader() || records.next(fields);
    float[] row = new float[columns.features()];
    ByteBuffer bytes =
        ByteBuffer.allocate(Math.multiplyExact(row.length, Float.BYTES))
            .order(ByteOrder.LITTLE_ENDIAN);
    while (more) {
      addLabel(columns.read(fields, records.line(), row), records.line());
      bytes.asFloatBuffer().put(row);
      out.write(bytes.array());
      rows = Math.addExact(rows, 1);
      more = records.next(fields);
    }
    if (rows == 0) {
      throw new IllegalArgumentException("has a header but no row");
    }
    writeEnd(columns, out);
  }

  private void addLabel(String label, long line) {
    if (label.isBlank()) {
      classNumbers.add(LabeledDataset.UNLABELED);
      return;
    }
    Integer number = classes.get(label);
    if (number == null) {
      if (classes.size() == MOST_CLASSES) {
        throw new IllegalArgumentException(
            "line "
                + line
                + ": the column of labels has more than "
                + MOST_CLASSES
                + " different ones");
      }
      number = classes.size();
      classes.put(label, number);
    }
    classNumbers.add(number);
  }

  private void writeEnd(CsvColumns columns, OutputStream out) throws IOException {
    ByteBuffer number = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    ImmutableIntArray numbers = classNumbers.build();
    for (int i = 0; i < numbers.length(); i++) {
      number.putInt(0, numbers.get(i));
      out.write(number.array());
    }
    byte[] trailer =
        new RowsTrailer(
                source,
                rows,
                columns.features(),
                columns.featureNames(),
                ImmutableList.copyOf(classes.keySet()))
            .toBytes();
    out.write(trailer);
    out.write(RowsFile.footer(trailer));
  }
}
