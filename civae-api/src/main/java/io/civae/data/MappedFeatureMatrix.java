package io.civae.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Observations in a memory-mapped file, which may be far larger than the heap and than memory: the
 * operating system reads what is asked for and forgets it again.
 *
 * <p>The header is checked against the file's length before anything is mapped; nothing else is
 * read on opening. Values are checked as they are read: {@link #copyRow} throws {@link
 * DataFileException} for one that is not a finite float, with row and column. The file must not be
 * changed while it is open; where one is shortened meanwhile, the JVM raises an {@link
 * InternalError}, perhaps a little after the read.
 *
 * <p>Thread-safe. After {@link #close()} every read, also through a view or a dataset, throws
 * {@link IllegalStateException}. The mapping itself goes when no thread can reach it any more, so a
 * read under way is never cut off; on Windows the file cannot be deleted until then.
 */
public final class MappedFeatureMatrix implements FeatureMatrix, AutoCloseable {

  /** Files up to this size stay in the page cache, where any order is as good as another. */
  private static final long SMALL_FILE = 256L << 20;

  private static final int BLOCK_BYTES = 1 << 20;

  private final Path file;
  private final RowLayout layout;
  private final int segmentRows;

  /** Null once closed. */
  private volatile @Nullable List<ByteBuffer> segments;

  private MappedFeatureMatrix(
      Path file, RowLayout layout, int segmentRows, List<ByteBuffer> segments) {
    this.file = file;
    this.layout = layout;
    this.segmentRows = segmentRows;
    this.segments = segments;
  }

  /**
   * Opens a file of nothing but little-endian float32 values, row after row.
   *
   * @param file to map
   * @param columns the number of values in each row, at least 1
   * @return the matrix; close it
   * @throws IllegalArgumentException if {@code columns} is below 1
   * @throws DataFileException if the file cannot be read, is empty or does not hold whole rows
   */
  public static MappedFeatureMatrix ofRawFloats(Path file, int columns) {
    if (columns < 1) {
      throw new IllegalArgumentException("columns (" + columns + ") must be at least 1");
    }
    return open(file, head -> rawLayout(head.length(), columns), RowLayout.LONGEST_ROW);
  }

  private static RowLayout rawLayout(long length, int columns) {
    long rowBytes = (long) columns * Float.BYTES;
    if (length == 0 || length % rowBytes != 0) {
      throw new IllegalArgumentException(
          "has "
              + length
              + " bytes, which must be a positive multiple of 4 × columns = "
              + rowBytes);
    }
    return RowLayout.of(
        ElementType.FLOAT32, ByteOrder.LITTLE_ENDIAN, 0, length / rowBytes, columns);
  }

  /**
   * Opens a NumPy array: {@code .npy} of version 1 to 3, float32, float64 (rounded to float) or
   * uint8 (0 to 255), in C order. The first dimension counts observations, the others make up the
   * features; an array of one dimension has one feature.
   *
   * @param file to map
   * @return the matrix; close it
   * @throws DataFileException if the file cannot be read or breaks a rule of the format
   */
  public static MappedFeatureMatrix ofNpy(Path file) {
    return open(file, NpyHeader::read, RowLayout.LONGEST_ROW);
  }

  /**
   * Opens an IDX file, the format MNIST is published in: unsigned bytes (0 to 255), floats or
   * doubles (rounded to float), not compressed. The first dimension counts observations, the others
   * make up the features; a file of labels has one feature.
   *
   * @param file to map
   * @return the matrix; close it
   * @throws DataFileException if the file cannot be read or breaks a rule of the format
   */
  public static MappedFeatureMatrix ofIdx(Path file) {
    return open(file, IdxHeader::read, RowLayout.LONGEST_ROW);
  }

  /** Finds out where the rows of a file lie. */
  interface HeaderReader {
    RowLayout read(FileHead file) throws IOException;
  }

  /** Maps in pieces of whole rows; {@code segmentBytes} is how long a piece may be. */
  static MappedFeatureMatrix open(Path file, HeaderReader reader, int segmentBytes) {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new DataFileException(file, "is not a regular file", null);
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      FileHead head = new FileHead(channel);
      RowLayout layout = reader.read(head);
      layout.checkLength(head.length());
      return map(file, channel, layout, segmentBytes);
    } catch (NoSuchFileException e) {
      throw new DataFileException(file, "does not exist", e);
    } catch (IOException e) {
      throw new DataFileException(file, "cannot be read: " + e, e);
    } catch (IllegalArgumentException e) {
      throw new DataFileException(file, String.valueOf(e.getMessage()), e);
    }
  }

  /** The rows lie where the layout says; whatever follows them is not looked at. */
  static MappedFeatureMatrix map(Path file, FileChannel channel, RowLayout layout, int segmentBytes)
      throws IOException {
    int segmentRows = Math.max(1, segmentBytes / layout.rowBytes());
    List<ByteBuffer> segments = new ArrayList<>();
    for (long row = 0; row < layout.rows(); row += segmentRows) {
      long rows = Math.min(segmentRows, layout.rows() - row);
      segments.add(
          channel.map(
              MapMode.READ_ONLY,
              layout.start() + row * layout.rowBytes(),
              rows * layout.rowBytes()));
    }
    return new MappedFeatureMatrix(file, layout, segmentRows, List.copyOf(segments));
  }

  @Override
  public int rows() {
    return layout.rows();
  }

  @Override
  public int columns() {
    return layout.columns();
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if the matrix is closed
   * @throws DataFileException if a value is not a finite float
   */
  @Override
  public void copyRow(int row, float[] target, int offset) {
    List<ByteBuffer> mapped = segments;
    if (mapped == null) {
      throw new IllegalStateException("the matrix of " + file + " is closed");
    }
    Objects.checkIndex(row, layout.rows());
    Objects.checkFromIndexSize(offset, layout.columns(), target.length);
    int rowBytes = layout.rowBytes();
    ByteBuffer bytes =
        mapped
            .get(row / segmentRows)
            .slice(row % segmentRows * rowBytes, rowBytes)
            .order(layout.order());
    layout.type().copy(bytes, target, offset, layout.columns());
    for (int j = 0; j < layout.columns(); j++) {
      if (!Float.isFinite(target[offset + j])) {
        throw new DataFileException(
            file,
            "value [" + row + "][" + j + "] (" + target[offset + j] + " as a float) must be finite",
            null);
      }
    }
  }

  /**
   * {@inheritDoc}
   *
   * <p>Here 1 for files of up to 256 MiB, and as many rows as make 1 MiB for larger ones.
   */
  @Override
  public int preferredBlockRows() {
    return layout.end() <= SMALL_FILE ? 1 : Math.max(1, BLOCK_BYTES / layout.rowBytes());
  }

  /** Ends all use. Closing twice does nothing. */
  @Override
  public void close() {
    segments = null;
  }

  @Override
  public String toString() {
    return "MappedFeatureMatrix[" + file + ", " + rows() + " × " + columns() + "]";
  }
}
