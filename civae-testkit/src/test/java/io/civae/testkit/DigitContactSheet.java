package io.civae.testkit;

import io.civae.data.LabeledDataset;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Draws a sheet of digits to look at: {@code DigitContactSheet target/digits.png}. */
final class DigitContactSheet {

  private static final int COLUMNS = 24;
  private static final int ZOOM = 2;
  private static final int CELL = 29 * ZOOM;

  private DigitContactSheet() {}

  public static void main(String[] arguments) throws IOException {
    LabeledDataset data = SyntheticDatasets.digits(COLUMNS, 7);
    BufferedImage sheet =
        new BufferedImage(COLUMNS * CELL, 10 * CELL, BufferedImage.TYPE_BYTE_GRAY);
    for (int digit = 0; digit < 10; digit++) {
      int[] images = data.indicesOf(Integer.toString(digit));
      for (int column = 0; column < COLUMNS; column++) {
        float[] x = data.observation(images[column]);
        for (int pixel = 0; pixel < 28 * ZOOM * 28 * ZOOM; pixel++) {
          int row = pixel / (28 * ZOOM);
          int at = pixel % (28 * ZOOM);
          int ink = Math.round(255 * x[row / ZOOM * 28 + at / ZOOM]);
          sheet.getRaster().setSample(column * CELL + at, digit * CELL + row, 0, ink);
        }
      }
    }
    ImageIO.write(sheet, "png", Path.of(arguments[0]).toFile());
  }
}
