package io.civae.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.dataset.Batch;
import ai.djl.training.dataset.BatchSampler;
import ai.djl.training.dataset.Dataset;
import ai.djl.training.dataset.RandomAccessDataset;
import ai.djl.training.dataset.SequenceSampler;
import ai.djl.translate.TranslateException;
import io.civae.data.LabeledDataset;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Labelled datasets read out of DJL's, to train a CI-VAE on and to augment. */
public final class LabeledDatasets {

  /** Rows that are native arrays at a time. */
  private static final int ROWS = 256;

  private final List<String> classNames;
  private final List<float[]> rows = new ArrayList<>();
  private final List<@Nullable String> labels = new ArrayList<>();

  private LabeledDatasets(List<String> classNames) {
    this.classNames = classNames;
  }

  /**
   * Copies a dataset of DJL into memory, its pipelines applied. Rows come in their own order from a
   * {@link RandomAccessDataset}, however it samples, and all of them; from any other dataset in the
   * order of its next pass. The dataset is {@linkplain Dataset#prepare() prepared} first.
   *
   * <p>A batch must have one array of data, {@code [n][d]} or of more dimensions, which are laid
   * out in a row, and one of labels, {@code [n]} or {@code [n][1]}, of any type: whole numbers from
   * 0 to k − 1, or −1 for an observation without a label. Nothing native outlives the call.
   *
   * @param dataset of DJL
   * @param manager whose engine the arrays are made on; it stays open, and nothing is left in it
   * @param classNames of the labels 0 to k − 1
   * @return the observations, with these classes in this order
   * @throws IllegalArgumentException if the dataset is empty, or its arrays or labels are not as
   *     said above, or a value is not finite
   * @throws IOException if the dataset cannot be read
   * @throws TranslateException if its pipelines fail
   */
  public static LabeledDataset of(Dataset dataset, NDManager manager, List<String> classNames)
      throws IOException, TranslateException {
    LabeledDatasets read = new LabeledDatasets(List.copyOf(classNames));
    dataset.prepare();
    try (NDManager own = manager.newSubManager()) {
      Iterable<Batch> batches =
          dataset instanceof RandomAccessDataset random
              ? random.getData(own, new BatchSampler(new SequenceSampler(), ROWS, false))
              : dataset.getData(own);
      for (Batch batch : batches) {
        try (batch) {
          read.add(batch);
        }
      }
    }
    return read.dataset();
  }

  private LabeledDataset dataset() {
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("dataset has no observation; at least one is needed");
    }
    return LabeledDataset.of(rows.toArray(float[][]::new), labels.toArray(new @Nullable String[0]))
        .withClassNames(classNames);
  }

  private void add(Batch batch) {
    NDArray data = single("data", batch.getData());
    NDArray classes = single("labels", batch.getLabels());
    long[] shape = data.getShape().getShape();
    if (shape.length < 2) {
      throw new IllegalArgumentException(
          "data of shape " + data.getShape() + " must have observations and features, [n][d]");
    }
    int size = (int) shape[0];
    long[] labelShape = classes.getShape().getShape();
    boolean oneEach =
        (labelShape.length == 1 || (labelShape.length == 2 && labelShape[1] == 1))
            && labelShape[0] == size;
    if (!oneEach) {
      throw new IllegalArgumentException(
          "labels of shape "
              + classes.getShape()
              + " for data of shape "
              + data.getShape()
              + " must be one class number an observation, [n] or [n][1]");
    }
    float[] values = data.toType(DataType.FLOAT32, false).toFloatArray();
    float[] numbers = classes.toType(DataType.FLOAT32, false).toFloatArray();
    int d = values.length / size;
    if (!rows.isEmpty() && rows.get(0).length != d) {
      throw new IllegalArgumentException(
          "observation "
              + rows.size()
              + " has "
              + d
              + " values; those before it have "
              + rows.get(0).length);
    }
    for (int i = 0; i < size; i++) {
      labels.add(className(numbers[i]));
      float[] row = new float[d];
      System.arraycopy(values, i * d, row, 0, d);
      rows.add(row);
    }
  }

  private static NDArray single(String what, NDList arrays) {
    if (arrays.size() != 1) {
      throw new IllegalArgumentException(
          what + " of a batch has " + arrays.size() + " arrays; exactly one is needed");
    }
    return arrays.get(0);
  }

  private @Nullable String className(float number) {
    if (number == LabeledDataset.UNLABELED) {
      return null;
    }
    if (!(number >= 0 && number < classNames.size() && number == Math.rint(number))) {
      throw new IllegalArgumentException(
          "label of observation "
              + rows.size()
              + " ("
              + number
              + ") must be a whole number from 0 to "
              + (classNames.size() - 1)
              + ", one for each of the classes "
              + classNames
              + ", or -1 for none");
    }
    return classNames.get((int) number);
  }
}
