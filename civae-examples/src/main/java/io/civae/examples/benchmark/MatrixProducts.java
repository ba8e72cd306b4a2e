package io.civae.examples.benchmark;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import ai.djl.util.PairList;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Measures the matrix products of an engine, by the operation its linear layers use, and on MXNet
 * by the one of its training too, which writes into an array that is there already: whichever is
 * faster. An upper bound for what a network can reach.
 */
final class MatrixProducts {

  private static final int SIDE = 1024;
  private static final int WARM_UP = 5;
  private static final int RUNS = 5;
  private static final String INTO_PLACE = "batch_dot";

  /** A run lasts long enough for reading its results not to count. */
  private static final double RUN_OPERATIONS = 4e9;

  private final Engine engine;
  private final Device device;

  MatrixProducts(Engine engine, Device device) {
    this.engine = engine;
    this.device = device;
  }

  /** A square product of 1024³, then one for every distinct layer of the encoder. */
  List<ProductRate> measure(int batch, int features, int[] widths) {
    List<ProductRate> rates = new ArrayList<>();
    rates.add(rate(SIDE, SIDE, SIDE));
    int inputs = features;
    for (int outputs : widths) {
      int in = inputs;
      if (rates.stream().noneMatch(r -> r.inputs() == in && r.outputs() == outputs)) {
        rates.add(rate(batch, in, outputs));
      }
      inputs = outputs;
    }
    return rates;
  }

  private ProductRate rate(int rows, int inputs, int outputs) {
    double operations = 2.0 * rows * inputs * outputs;
    int products = (int) Math.max(1, Math.min(100, RUN_OPERATIONS / operations));
    try (NDManager manager = engine.newBaseManager(device)) {
      NDArray x = manager.randomUniform(-1, 1, new Shape(rows, inputs));
      NDArray weight = manager.randomUniform(-1, 1, new Shape(outputs, inputs));
      double seconds =
          Stopwatch.medianSeconds(WARM_UP, RUNS, () -> multiply(manager, x, weight, products));
      if (engine.getEngineName().equals("MXNet")) {
        seconds = Math.min(seconds, secondsIntoPlace(manager, x, weight, products));
      }
      return new ProductRate(rows, inputs, outputs, products * operations / seconds / 1e9);
    }
  }

  private static void multiply(NDManager manager, NDArray x, NDArray weight, int products) {
    try (NDManager scope = manager.newSubManager()) {
      x.attach(scope);
      weight.attach(scope);
      List<NDArray> results =
          IntStream.range(0, products)
              .mapToObj(i -> Linear.linear(x, weight, null))
              .map(NDList::head)
              .toList();
      // An engine may work in the background: only a value that is read has been computed.
      results.forEach(result -> result.getFloat(0, 0));
      x.attach(manager);
      weight.attach(manager);
    }
  }

  private static double secondsIntoPlace(
      NDManager manager, NDArray x, NDArray weight, int products) {
    NDArray[] factors = {x.expandDims(0), weight.expandDims(0)};
    NDArray[] result = {manager.zeros(new Shape(1, x.size(0), weight.size(0)))};
    PairList<String, Object> secondTransposed = new PairList<>();
    secondTransposed.add("transpose_b", true);
    return Stopwatch.medianSeconds(
        WARM_UP,
        RUNS,
        () -> {
          for (int i = 0; i < products; i++) {
            manager.invoke(INTO_PLACE, factors, result, secondTransposed);
          }
          result[0].getFloat(0, 0, 0);
        });
  }
}
