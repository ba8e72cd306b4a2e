package io.civae.examples.singlecell.preprocess;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.civae.examples.singlecell.GeneList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A {@link Preprocessing} as JSON. */
final class PreprocessingJson {

  private static final int VERSION = 1;

  private PreprocessingJson() {}

  static String write(Preprocessing record) {
    JsonObject root = new JsonObject();
    root.addProperty("version", VERSION);
    record.targetSum().ifPresent(sum -> root.addProperty("targetSum", sum));
    record.librarySizeColumn().ifPresent(column -> root.addProperty("librarySizeColumn", column));
    root.addProperty("logarithms", record.takesLogarithms());
    JsonArray steps = new JsonArray();
    for (PreprocessingStep step : record.steps()) {
      JsonObject numbers = new JsonObject();
      step.numbers().forEach(numbers::addProperty);
      JsonObject named = new JsonObject();
      named.addProperty("name", step.name());
      named.add("numbers", numbers);
      steps.add(named);
    }
    root.add("steps", steps);
    JsonArray genes = new JsonArray();
    for (int i = 0; i < record.genes().size(); i++) {
      JsonObject gene = new JsonObject();
      gene.addProperty("id", record.genes().id(i));
      gene.addProperty("name", record.genes().name(i));
      genes.add(gene);
    }
    root.add("genes", genes);
    return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(root) + "\n";
  }

  static Preprocessing read(String json) {
    JsonObject root;
    try {
      root = object(JsonParser.parseString(json), "the text");
    } catch (JsonParseException e) {
      throw new IllegalArgumentException("preprocessing is not JSON: " + e.getMessage(), e);
    }
    double version = number(root, "version");
    if (version != VERSION) {
      throw new IllegalArgumentException("version (" + version + ") must be " + VERSION);
    }
    Optional<Double> sum =
        root.has("targetSum") ? Optional.of(number(root, "targetSum")) : Optional.empty();
    if (sum.isPresent() && !(sum.get() > 0 && Double.isFinite(sum.get()))) {
      throw new IllegalArgumentException(
          "targetSum (" + sum.get() + ") must be finite and positive");
    }
    Optional<String> column =
        root.has("librarySizeColumn")
            ? Optional.of(text(root, "librarySizeColumn"))
            : Optional.empty();
    return new Preprocessing(genes(root), sum, column, flag(root, "logarithms"), steps(root));
  }

  private static GeneList genes(JsonObject root) {
    List<String> ids = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (JsonElement element : array(root, "genes")) {
      JsonObject gene = object(element, "a gene");
      ids.add(text(gene, "id"));
      names.add(text(gene, "name"));
    }
    return GeneList.of(ids, names);
  }

  private static List<PreprocessingStep> steps(JsonObject root) {
    List<PreprocessingStep> steps = new ArrayList<>();
    for (JsonElement element : array(root, "steps")) {
      JsonObject step = object(element, "a step");
      JsonObject members = object(member(step, "numbers"), "numbers");
      Map<String, Double> numbers = new LinkedHashMap<>();
      members.keySet().forEach(key -> numbers.put(key, number(members, key)));
      steps.add(new PreprocessingStep(text(step, "name"), numbers));
    }
    return steps;
  }

  private static JsonElement member(JsonObject parent, String name) {
    JsonElement member = parent.get(name);
    if (member == null) {
      throw new IllegalArgumentException(
          "preprocessing must have \"" + name + "\" beside " + parent.keySet());
    }
    return member;
  }

  private static JsonObject object(JsonElement element, String name) {
    if (!element.isJsonObject()) {
      throw new IllegalArgumentException(name + " must be a JSON object");
    }
    return element.getAsJsonObject();
  }

  private static JsonArray array(JsonObject parent, String name) {
    JsonElement member = member(parent, name);
    if (!member.isJsonArray()) {
      throw new IllegalArgumentException(name + " must be a JSON array");
    }
    return member.getAsJsonArray();
  }

  private static String text(JsonObject parent, String name) {
    JsonElement member = member(parent, name);
    if (!member.isJsonPrimitive() || !member.getAsJsonPrimitive().isString()) {
      throw new IllegalArgumentException(name + " (" + member + ") must be a JSON string");
    }
    return member.getAsString();
  }

  private static double number(JsonObject parent, String name) {
    JsonElement member = member(parent, name);
    if (!member.isJsonPrimitive() || !member.getAsJsonPrimitive().isNumber()) {
      throw new IllegalArgumentException(name + " (" + member + ") must be a JSON number");
    }
    return member.getAsDouble();
  }

  private static boolean flag(JsonObject parent, String name) {
    JsonElement member = member(parent, name);
    if (!member.isJsonPrimitive() || !member.getAsJsonPrimitive().isBoolean()) {
      throw new IllegalArgumentException(name + " (" + member + ") must be true or false");
    }
    return member.getAsBoolean();
  }
}
