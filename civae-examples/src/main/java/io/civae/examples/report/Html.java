package io.civae.examples.report;

import java.util.Base64;

/** Pieces of HTML that are safe whatever text goes into them. */
final class Html {

  private Html() {}

  /**
   * Text made safe to stand between tags and in quoted attributes. Characters that HTML cannot hold
   * are shown as the replacement character.
   */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            point -> {
              switch (point) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(isAllowed(point) ? point : 0xFFFD);
              }
            });
    return escaped.toString();
  }

  private static boolean isAllowed(int point) {
    boolean space = point == '\t' || point == '\n' || point == '\r';
    boolean surrogate = point >= 0xD800 && point <= 0xDFFF;
    return space || (!Character.isISOControl(point) && !surrogate);
  }

  /** An element with text in it. */
  static String element(String name, String text) {
    return "<" + name + ">" + escape(text) + "</" + name + ">";
  }

  /** A picture inside of the page, with its size so that the page does not jump. */
  static String image(String type, byte[] bytes, int width, int height, String alternative) {
    return "<img src=\"data:image/%s;base64,%s\" width=\"%d\" height=\"%d\" alt=\"%s\">"
        .formatted(
            type, Base64.getEncoder().encodeToString(bytes), width, height, escape(alternative));
  }
}
