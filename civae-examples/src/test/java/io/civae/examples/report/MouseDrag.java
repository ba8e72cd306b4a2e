package io.civae.examples.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/**
 * A mouse that goes down at one place, moves and goes up at another, as WebDriver is told of it.
 */
final class MouseDrag {

  private static final int MOVE_MILLIS = 50;

  private final JsonArray actions = new JsonArray();

  private MouseDrag() {}

  /** Sideways, in pixels of the window. */
  static JsonObject along(double y, double from, double to) {
    MouseDrag drag = new MouseDrag();
    drag.move(from, y);
    drag.button("pointerDown");
    drag.move((from + to) / 2, y);
    drag.move(to, y);
    drag.button("pointerUp");
    return drag.body();
  }

  private void move(double x, double y) {
    JsonObject action = new JsonObject();
    action.addProperty("type", "pointerMove");
    action.addProperty("origin", "viewport");
    action.addProperty("duration", MOVE_MILLIS);
    action.addProperty("x", Math.round(x));
    action.addProperty("y", Math.round(y));
    actions.add(action);
  }

  private void button(String type) {
    JsonObject action = new JsonObject();
    action.addProperty("type", type);
    action.addProperty("button", 0);
    actions.add(action);
  }

  private JsonObject body() {
    JsonObject pointer = new JsonObject();
    pointer.addProperty("type", "pointer");
    pointer.addProperty("id", "mouse");
    pointer.add("actions", actions);
    JsonArray sources = new JsonArray();
    sources.add(pointer);
    JsonObject body = new JsonObject();
    body.add("actions", sources);
    return body;
  }
}
