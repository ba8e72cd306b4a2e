package io.civae.examples.singlecell.read;

import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import java.io.IOException;
import java.lang.reflect.Array;
import java.math.BigInteger;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A data set of one or two dimensions, read in slices along the first. Its declared size is checked
 * against the size of the file before anything is allocated for it.
 */
final class Hdf5Array {

  /** The most elements a slice holds, unless a single chunk of the file holds more. */
  private static final int SLICE = 1 << 20;

  private static final int LARGEST_CHUNK = 1 << 26;

  /** No DEFLATE stream expands further than this (RFC 1951: 258 bytes from two bits). */
  private static final int MAX_EXPANSION = 1032;

  private final Hdf5Part part;
  private final Dataset dataset;
  private final int length;
  private final int width;
  private final int sliceLength;

  private Hdf5Array(Hdf5Part part, Dataset dataset, int length, int width, int sliceLength) {
    this.part = part;
    this.dataset = dataset;
    this.length = length;
    this.width = width;
    this.sliceLength = sliceLength;
  }

  static Hdf5Array of(Hdf5Part part, int rank) throws IOException {
    Dataset dataset = part.dataset();
    long[] sizes = part.guarded(dataset::getDimensionsAsLong);
    if (sizes.length != rank || part.guarded(dataset::isCompound)) {
      throw part.damaged(
          "has "
              + sizes.length
              + " dimensions"
              + (part.guarded(dataset::isCompound) ? " of compound values" : "")
              + ", must have "
              + rank
              + " of single values");
    }
    long most = Files.size(part.file()) * MAX_EXPANSION;
    long elements = 1;
    for (long size : sizes) {
      if (size < 0 || size > Integer.MAX_VALUE - 8 || (elements *= size) > most) {
        throw part.damaged("declares a size of " + size + ", more than its file can hold");
      }
    }
    int length = (int) sizes[0];
    int width = rank == 1 ? 1 : (int) sizes[1];
    return new Hdf5Array(part, dataset, length, width, sliceLength(part, dataset, width));
  }

  /** Whole chunks, so that none is uncompressed twice. */
  private static int sliceLength(Hdf5Part part, Dataset dataset, int width) throws IOException {
    int wanted = Math.max(1, SLICE / Math.max(1, width));
    if (!(dataset instanceof ChunkedDataset chunked)) {
      return wanted;
    }
    int[] chunk = part.guarded(chunked::getChunkDimensions);
    long elements = 1;
    for (int size : chunk) {
      if (size < 1 || (elements *= size) > LARGEST_CHUNK) {
        throw part.damaged(
            "declares chunks of "
                + Arrays.toString(chunk)
                + " elements, must have from 1 to "
                + LARGEST_CHUNK);
      }
    }
    if ((long) chunk[0] * width > LARGEST_CHUNK) {
      throw part.damaged(
          "has chunks "
              + chunk[0]
              + " long and rows of "
              + width
              + ": more than "
              + LARGEST_CHUNK
              + " values at once");
    }
    return Math.max(chunk[0], wanted / chunk[0] * chunk[0]);
  }

  /** The first dimension. */
  int length() {
    return length;
  }

  /** The second dimension, 1 if there is none. */
  int width() {
    return width;
  }

  Hdf5Part part() {
    return part;
  }

  /** How many places along the first dimension to read at a time. */
  int sliceLength() {
    return sliceLength;
  }

  private Object slice(int from, int count) throws IOException {
    long[] offset =
        width == 1 && dataset.getDimensionsAsLong().length == 1
            ? new long[] {from}
            : new long[] {from, 0};
    int[] shape = offset.length == 1 ? new int[] {count} : new int[] {count, width};
    return part.guarded(() -> dataset.getData(offset, shape));
  }

  /** Numbers of a one-dimensional array. */
  double[] numbers(int from, int count) throws IOException {
    return numbers(slice(from, count), count);
  }

  /** Numbers of a two-dimensional array, a row for each place. */
  double[][] rows(int from, int count) throws IOException {
    Object slice = slice(from, count);
    double[][] rows = new double[count][];
    for (int i = 0; i < count; i++) {
      rows[i] = numbers(Array.get(slice, i), width);
    }
    return rows;
  }

  /** All numbers of a one-dimensional array. */
  double[] allNumbers() throws IOException {
    double[] all = new double[length];
    for (int from = 0; from < length; from += sliceLength) {
      int count = Math.min(sliceLength, length - from);
      System.arraycopy(numbers(from, count), 0, all, from, count);
    }
    return all;
  }

  /** All values of a one-dimensional array as they would be written. */
  List<String> texts() throws IOException {
    List<String> all = new ArrayList<>();
    for (int from = 0; from < length; from += sliceLength) {
      int count = Math.min(sliceLength, length - from);
      Object slice = slice(from, count);
      for (int i = 0; i < count; i++) {
        all.add(String.valueOf(Array.get(slice, i)));
      }
    }
    return all;
  }

  private double[] numbers(Object array, int count) throws IOException {
    double[] numbers = new double[count];
    if (array instanceof float[] floats) {
      for (int i = 0; i < count; i++) {
        numbers[i] = floats[i];
      }
    } else if (array instanceof int[] ints) {
      for (int i = 0; i < count; i++) {
        numbers[i] = ints[i];
      }
    } else if (array instanceof double[] doubles) {
      System.arraycopy(doubles, 0, numbers, 0, count);
    } else {
      for (int i = 0; i < count; i++) {
        numbers[i] = number(Array.get(array, i));
      }
    }
    return numbers;
  }

  private double number(Object value) throws IOException {
    if (value instanceof Long
        || value instanceof Short
        || value instanceof Byte
        || value instanceof BigInteger) {
      return ((Number) value).doubleValue();
    }
    throw part.damaged(
        "holds values of type " + value.getClass().getSimpleName() + ", must hold numbers");
  }
}
