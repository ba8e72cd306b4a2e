package io.civae.internal.file;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;

/**
 * Parses JSON to the letter of RFC 8259 and refuses what a hostile file could hide behind: the same
 * key twice, deep nesting, anything after the end.
 */
final class StrictJson {

  private static final int MAX_DEPTH = 16;

  private StrictJson() {}

  static JsonObject parseObject(String text) {
    return parseObject(new StringReader(text));
  }

  /** Reads piece by piece: what is no JSON costs no more memory than its beginning. */
  static JsonObject parseObject(Reader text) {
    JsonReader reader = new JsonReader(text);
    reader.setStrictness(Strictness.STRICT);
    reader.setNestingLimit(MAX_DEPTH);
    try {
      JsonElement element = read(reader);
      // A strict reader itself throws if anything but white space follows.
      if (reader.peek() != JsonToken.END_DOCUMENT || !element.isJsonObject()) {
        throw new IllegalArgumentException("JSON is not an object");
      }
      return element.getAsJsonObject();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("JSON is not UTF-8 behind " + place(reader), e);
    } catch (IOException | IllegalStateException | NumberFormatException e) {
      // Gson's own words are about its settings; they stay in the cause.
      throw new IllegalArgumentException("JSON is malformed at " + place(reader), e);
    }
  }

  private static String place(JsonReader reader) {
    return JsonFields.shown(reader.getPath());
  }

  private static JsonElement read(JsonReader reader) throws IOException {
    switch (reader.peek()) {
      case BEGIN_OBJECT -> {
        JsonObject object = new JsonObject();
        reader.beginObject();
        while (reader.hasNext()) {
          String name = reader.nextName();
          if (object.has(name)) {
            throw new IllegalArgumentException(
                "JSON has the key \"" + JsonFields.shown(name) + "\" twice");
          }
          object.add(name, read(reader));
        }
        reader.endObject();
        return object;
      }
      case BEGIN_ARRAY -> {
        JsonArray array = new JsonArray();
        reader.beginArray();
        while (reader.hasNext()) {
          array.add(read(reader));
        }
        reader.endArray();
        return array;
      }
      case STRING -> {
        return new JsonPrimitive(reader.nextString());
      }
      case NUMBER -> {
        String digits = reader.nextString();
        if (digits.length() > 40) {
          throw new IllegalArgumentException("JSON has a number of " + digits.length() + " digits");
        }
        return new JsonPrimitive(new BigDecimal(digits));
      }
      case BOOLEAN -> {
        return new JsonPrimitive(reader.nextBoolean());
      }
      case NULL -> {
        reader.nextNull();
        return JsonNull.INSTANCE;
      }
      default -> throw new IllegalArgumentException("JSON ends early");
    }
  }
}
