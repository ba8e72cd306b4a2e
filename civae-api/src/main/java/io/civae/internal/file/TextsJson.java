package io.civae.internal.file;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Texts, in a list or by name, as JSON. */
final class TextsJson {

  private TextsJson() {}

  static JsonArray write(List<String> texts) {
    JsonArray array = new JsonArray();
    texts.forEach(array::add);
    return array;
  }

  static JsonObject write(Map<String, String> texts) {
    JsonObject object = new JsonObject();
    texts.forEach(object::addProperty);
    return object;
  }

  static Map<String, String> read(JsonFields fields) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String name : fields.json().keySet()) {
      texts.put(name, fields.string(name));
    }
    return texts;
  }
}
