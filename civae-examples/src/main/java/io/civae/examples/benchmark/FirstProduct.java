package io.civae.examples.benchmark;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.civae.djl.DjlBackend;

/** A program that starts an engine, multiplies once and says so: what its first use costs. */
public final class FirstProduct {

  private FirstProduct() {}

  /**
   * Starts and multiplies.
   *
   * @param args the engine's name and a device
   */
  public static void main(String[] args) {
    DjlBackend.of(args[0]).create().close();
    Engine engine = Engine.getEngine(args[0]);
    try (NDManager manager = engine.newBaseManager(MeasuredDevice.of(args[1], engine))) {
      NDArray ones = manager.ones(new Shape(2, 2));
      System.out.println(ones.matMul(ones).getFloat(0, 0));
    }
    // Engines leave threads behind.
    System.exit(0);
  }
}
