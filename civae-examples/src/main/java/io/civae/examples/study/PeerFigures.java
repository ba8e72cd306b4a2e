package io.civae.examples.study;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.civae.examples.format.DamagedFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Figures that another implementation printed: one JSON object a line and run, with {@code sse},
 * {@code mae255}, {@code separability.heldOut}, {@code separability.resubstitution} (nested) and
 * {@code discriminatorAccuracy}, each optional, {@code beta}, which is 0 for a VAE, {@code seed},
 * {@code epochs} and {@code seconds}.
 *
 * @param ciVae its CI-VAE
 * @param vae its plain VAE
 */
record PeerFigures(RowResult ciVae, RowResult vae) {

  /** No peer. */
  static final PeerFigures NONE =
      new PeerFigures(
          new RowResult("peer CI-VAE", List.of()), new RowResult("peer VAE", List.of()));

  /**
   * Reads a file.
   *
   * @param file one JSON object a line
   * @return the figures
   * @throws DamagedFileException if a line is something else
   * @throws IOException if it cannot be read
   */
  static PeerFigures read(Path file) throws IOException {
    List<RowResult.Run> ciVae = new ArrayList<>();
    List<RowResult.Run> vae = new ArrayList<>();
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        try {
          JsonObject run = JsonParser.parseString(lines.get(i)).getAsJsonObject();
          (number(run, "beta") == 0 ? vae : ciVae).add(run(run));
        } catch (UnusableMemberException e) {
          throw new DamagedFileException(
              file.toString(), "line " + (i + 1) + " is not that of a run: " + e.getMessage(), e);
        } catch (JsonParseException | IllegalStateException e) {
          throw new DamagedFileException(
              file.toString(), "line " + (i + 1) + " is not the JSON object of a run", e);
        }
      }
    }
    return new PeerFigures(
        new RowResult(NONE.ciVae.label(), ciVae), new RowResult(NONE.vae.label(), vae));
  }

  private static RowResult.Run run(JsonObject run) {
    Map<Metric, Double> values = new EnumMap<>(Metric.class);
    put(values, Metric.SSE, run, "sse");
    put(values, Metric.MAE_255, run, "mae255");
    put(values, Metric.DISCRIMINATOR, run, "discriminatorAccuracy");
    JsonElement separability = run.get("separability");
    if (separability != null) {
      if (!(separability instanceof JsonObject shares)) {
        throw new UnusableMemberException("separability must be an object");
      }
      put(values, Metric.HELD_OUT, shares, "heldOut");
      put(values, Metric.RESUBSTITUTION, shares, "resubstitution");
    }
    return new RowResult.Run(
        (int) number(run, "seed"),
        (int) number(run, "epochs"),
        number(run, "seconds"),
        new Measurement(values, ""));
  }

  private static void put(Map<Metric, Double> values, Metric metric, JsonObject run, String name) {
    if (run.has(name)) {
      values.put(metric, number(run, name));
    }
  }

  private static double number(JsonObject run, String name) {
    JsonElement value = run.get(name);
    if (value == null) {
      throw new UnusableMemberException(name + " is missing");
    }
    if (!(value instanceof JsonPrimitive primitive) || !primitive.isNumber()) {
      throw new UnusableMemberException(name + " must be a number");
    }
    return value.getAsDouble();
  }

  /** Says which member of a run is missing or of the wrong kind. */
  private static final class UnusableMemberException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableMemberException(String message) {
      super(message);
    }
  }
}
