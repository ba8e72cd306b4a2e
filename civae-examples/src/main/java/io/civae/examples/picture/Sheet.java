package io.civae.examples.picture;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A sheet of white paper to put grey ink on. Coordinates are pixels from the top left. */
final class Sheet {

  static final int BLACK = 0;
  static final int GREY = 90;
  private static final int WHITE = 255;

  private final BufferedImage image;
  private final WritableRaster raster;

  Sheet(int width, int height) {
    image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    // Written to directly: drawing through colours would convert between colour spaces.
    raster = image.getRaster();
    fill(0, 0, width, height, WHITE);
  }

  void fill(int left, int top, int width, int height, int grey) {
    for (int y = top; y < top + height; y++) {
      for (int x = left; x < left + width; x++) {
        raster.setSample(x, y, 0, grey);
      }
    }
  }

  /** Writes a line of text; {@code scale} is the size of a glyph's cell. */
  void text(String text, int left, int top, int scale, int grey) {
    for (int i = 0; i < text.length(); i++) {
      for (int y = 0; y < Glyphs.HEIGHT; y++) {
        for (int x = 0; x < Glyphs.WIDTH; x++) {
          if (Glyphs.isInked(text.charAt(i), x, y)) {
            int cell = left + (i * Glyphs.ADVANCE + x) * scale;
            fill(cell, top + y * scale, scale, scale, grey);
          }
        }
      }
    }
  }

  /**
   * Draws a square picture of intensities, 0 as paper and 1 as ink; values outside are clipped.
   *
   * @param pixels row-major, a square number of them
   * @param scale the size of a pixel
   */
  void tile(float[] pixels, int left, int top, int scale) {
    int side = Tiles.side(pixels.length);
    for (int i = 0; i < pixels.length; i++) {
      float ink = Math.min(1, Math.max(0, pixels[i]));
      int grey = Math.round(WHITE * (1 - ink));
      fill(left + i % side * scale, top + i / side * scale, scale, scale, grey);
    }
  }

  void writePng(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      if (!ImageIO.write(image, "png", out)) {
        throw new IOException(file + ": this Java has no PNG writer");
      }
    }
  }
}
