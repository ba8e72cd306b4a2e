package io.civae.examples.benchmark;

import io.civae.CiVae;
import io.civae.CiVaeModel;
import java.nio.file.Path;

/** A program that loads a model, encodes one row and says so: what a fresh JVM's start costs. */
public final class FirstRow {

  private FirstRow() {}

  /**
   * Loads and encodes.
   *
   * @param args the model's file
   */
  public static void main(String[] args) {
    try (CiVaeModel model = CiVae.load(Path.of(args[0]))) {
      float[] mean = model.encoder().mean(new float[model.encoder().featureCount()]);
      System.out.println(mean.length);
    }
  }
}
