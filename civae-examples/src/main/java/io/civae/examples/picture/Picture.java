package io.civae.examples.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A finished picture. Immutable and thread-safe. */
public final class Picture {

  private final int width;
  private final int height;
  private final int[] pixels;

  Picture(int width, int height, int[] pixels) {
    this.width = width;
    this.height = height;
    this.pixels = pixels;
  }

  /**
   * The width.
   *
   * @return in pixels
   */
  public int width() {
    return width;
  }

  /**
   * The height.
   *
   * @return in pixels
   */
  public int height() {
    return height;
  }

  /**
   * The colour of a pixel.
   *
   * @param x its column, from the left
   * @param y its row, from the top
   * @return as {@code 0xRRGGBB}
   * @throws IndexOutOfBoundsException if there is no such pixel
   */
  public int color(int x, int y) {
    if (x < 0 || x >= width || y < 0 || y >= height) {
      throw new IndexOutOfBoundsException(
          "pixel (%d, %d) of a picture of %d × %d".formatted(x, y, width, height));
    }
    return pixels[y * width + x];
  }

  /**
   * The picture as a PNG file's bytes; grey when no pixel is coloured, which is a third of the
   * size.
   *
   * @return a new array
   */
  public byte[] png() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image(), "png", ImageIO.createImageOutputStream(bytes))) {
        throw new IOException("this Java has no PNG writer");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Writes the picture as a PNG file, over an existing one of that name.
   *
   * @param file where to
   * @throws IOException if it cannot be written
   */
  public void writePng(Path file) throws IOException {
    Files.write(file, png());
  }

  /** Written to by samples: drawing through colours would convert between colour spaces. */
  private BufferedImage image() {
    if (isGrey()) {
      BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
      for (int i = 0; i < pixels.length; i++) {
        image.getRaster().setSample(i % width, i / width, 0, pixels[i] & 0xFF);
      }
      return image;
    }
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    image.getRaster().setDataElements(0, 0, width, height, pixels);
    return image;
  }

  private boolean isGrey() {
    for (int pixel : pixels) {
      int blue = pixel & 0xFF;
      if (pixel != (blue << 16 | blue << 8 | blue)) {
        return false;
      }
    }
    return true;
  }
}
