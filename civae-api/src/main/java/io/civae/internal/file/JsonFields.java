package io.civae.internal.file;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads the fields of a JSON object by type; every message names the field. */
final class JsonFields {

  /** A damaged file's name or value may be megabytes long; a message should not. */
  private static final int LONGEST_SHOWN = 80;

  private final JsonObject json;
  private final String place;

  JsonFields(JsonObject json, String place) {
    this.json = json;
    this.place = place;
  }

  /** What this version does not know could change what the rest means. */
  void checkNames(Set<String> known) {
    for (String name : json.keySet()) {
      if (!known.contains(name)) {
        throw new IllegalArgumentException(
            place + "." + shown(name) + " is not a field that this version knows");
      }
    }
  }

  boolean has(String name) {
    return json.has(name) && !json.get(name).isJsonNull();
  }

  JsonFields object(String name) {
    JsonElement element = element(name);
    if (!element.isJsonObject()) {
      throw wrong(name, "an object");
    }
    return new JsonFields(element.getAsJsonObject(), place + "." + name);
  }

  boolean isObject(String name) {
    return element(name).isJsonObject();
  }

  /** All fields, which must be numbers. */
  Map<String, Double> numbersByName() {
    Map<String, Double> numbers = new LinkedHashMap<>();
    for (String name : json.keySet()) {
      numbers.put(name, number(name));
    }
    return numbers;
  }

  JsonObject json() {
    return json;
  }

  JsonArray array(String name) {
    JsonElement element = element(name);
    if (!element.isJsonArray()) {
      throw wrong(name, "an array");
    }
    return element.getAsJsonArray();
  }

  String string(String name) {
    JsonElement element = element(name);
    if (!element.isJsonPrimitive() || !element.getAsJsonPrimitive().isString()) {
      throw wrong(name, "a string");
    }
    return element.getAsString();
  }

  boolean bool(String name) {
    JsonElement element = element(name);
    if (!element.isJsonPrimitive() || !element.getAsJsonPrimitive().isBoolean()) {
      throw wrong(name, "true or false");
    }
    return element.getAsBoolean();
  }

  double number(String name) {
    return number(name, element(name));
  }

  private double number(String name, JsonElement element) {
    if (!element.isJsonPrimitive() || !element.getAsJsonPrimitive().isNumber()) {
      throw wrong(name, "a number");
    }
    double value = element.getAsDouble();
    if (!Double.isFinite(value)) {
      throw wrong(name, "a number that a double can hold");
    }
    return value;
  }

  long longInteger(String name) {
    return longInteger(name, element(name));
  }

  private long longInteger(String name, JsonElement element) {
    number(name, element);
    try {
      return element.getAsBigDecimal().longValueExact();
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(message(name, "a whole number of 64 bits"), e);
    }
  }

  int integer(String name) {
    return integer(name, element(name));
  }

  private int integer(String name, JsonElement element) {
    long value = longInteger(name, element);
    if (value != (int) value) {
      throw wrong(name, "a whole number of 32 bits");
    }
    return (int) value;
  }

  int[] integers(String name) {
    JsonArray array = array(name);
    int[] values = new int[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = integer(name, array.get(i));
    }
    return values;
  }

  long[] longIntegers(String name) {
    JsonArray array = array(name);
    long[] values = new long[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = longInteger(name, array.get(i));
    }
    return values;
  }

  double[] numbers(String name) {
    JsonArray array = array(name);
    double[] values = new double[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = number(name, array.get(i));
    }
    return values;
  }

  List<String> strings(String name) {
    List<String> values = new ArrayList<>();
    for (JsonElement element : array(name)) {
      if (!element.isJsonPrimitive() || !element.getAsJsonPrimitive().isString()) {
        throw wrong(name, "an array of strings");
      }
      values.add(element.getAsString());
    }
    return values;
  }

  <E extends Enum<E>> E constant(String name, Class<E> type) {
    String value = string(name);
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(value)) {
        return constant;
      }
    }
    throw wrong(name, "a " + type.getSimpleName().toLowerCase(Locale.ROOT) + " this version knows");
  }

  private JsonElement element(String name) {
    JsonElement element = json.get(name);
    if (element == null) {
      throw new IllegalArgumentException(place + "." + name + " is missing");
    }
    return element;
  }

  private IllegalArgumentException wrong(String name, String rule) {
    return new IllegalArgumentException(message(name, rule));
  }

  private String message(String name, String rule) {
    return place
        + "."
        + shown(name)
        + " ("
        + shown(String.valueOf(json.get(name)))
        + ") must be "
        + rule;
  }

  static String shown(String text) {
    return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
  }
}
