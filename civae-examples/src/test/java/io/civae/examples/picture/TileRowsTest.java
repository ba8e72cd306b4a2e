package io.civae.examples.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TileRowsTest {

  private static final int SIDE = 28;

  /** Set by the layout: a pixel of an observation is drawn as a square of this size. */
  private static final int SCALE = 3;

  @TempDir Path folder;

  private static TileRows picture(List<List<String>> columnGroups) {
    return new TileRows("A caption", List.of("and what it means"), columnGroups);
  }

  private static float[] tile(float intensity) {
    float[] tile = new float[SIDE * SIDE];
    Arrays.fill(tile, intensity);
    return tile;
  }

  private Raster written(TileRows picture) throws IOException {
    Path file = folder.resolve("a.png");
    picture.writePng(file);
    assertThat(Files.readAllBytes(file)).startsWith(0x89, 'P', 'N', 'G');
    BufferedImage image = ImageIO.read(file.toFile());
    assertThat(image.getType()).isEqualTo(BufferedImage.TYPE_BYTE_GRAY);
    return image.getRaster();
  }

  private static int count(Raster raster, int grey) {
    int count = 0;
    for (int y = 0; y < raster.getHeight(); y++) {
      for (int x = 0; x < raster.getWidth(); x++) {
        count += raster.getSample(x, y, 0) == grey ? 1 : 0;
      }
    }
    return count;
  }

  @Test
  void drawsEachObservationAtItsIntensity() throws IOException {
    TileRows picture = picture(List.of(List.of("", "")));
    picture.addRow("1", List.of(tile(0.2f), tile(0.4f)), "");
    picture.addRow("2", List.of(tile(0.2f), tile(0)), "");
    Raster raster = written(picture);
    int area = SIDE * SIDE * SCALE * SCALE;
    assertThat(count(raster, 255 - 51)).isEqualTo(2 * area);
    assertThat(count(raster, 255 - 102)).isEqualTo(area);
    assertThat(count(raster, Ink.BLACK)).as("caption and labels").isGreaterThan(100);
    assertThat(count(raster, Ink.GREY & 0xFF)).as("explanation").isGreaterThan(100);
  }

  @Test
  void growsWithRowsColumnsAndNotes() throws IOException {
    TileRows small = picture(List.of(Collections.nCopies(9, "x")));
    small.addRow("1", Collections.nCopies(9, tile(0.5f)), "");
    Raster one = written(small);

    TileRows more = picture(List.of(Collections.nCopies(9, "x"), List.of("y")));
    more.addRow("1", Collections.nCopies(10, tile(0.5f)), "a note");
    more.addRow("1", Collections.nCopies(10, tile(0.5f)), "");
    Raster two = written(more);
    assertThat(two.getHeight() - one.getHeight()).isBetween(SIDE * SCALE, SIDE * SCALE + 12);
    assertThat(two.getWidth() - one.getWidth()).isGreaterThan(SIDE * SCALE + 72);
  }

  @Test
  void clipsWhatIsOutsideTheUnitInterval() throws IOException {
    TileRows picture = picture(List.of(List.of("", "")));
    picture.addRow("", List.of(tile(7), tile(-7)), "");
    Raster raster = written(picture);
    assertThat(count(raster, 0)).isGreaterThanOrEqualTo(SIDE * SIDE * SCALE * SCALE);
  }

  @Test
  void showsUprightPictures() throws IOException {
    float[] topLeft = tile(0);
    topLeft[1] = 0.6f;
    TileRows picture = picture(List.of(List.of("")));
    picture.addRow("", List.of(topLeft), "");
    Raster raster = written(picture);
    assertThat(count(raster, 102)).isEqualTo(SCALE * SCALE);
    int tileTop = raster.getHeight() - 18 - SIDE * SCALE;
    int found = 0;
    for (int x = 0; x < raster.getWidth(); x++) {
      found += raster.getSample(x, tileTop, 0) == 102 ? 1 : 0;
    }
    assertThat(found).as("inked in the top row").isEqualTo(SCALE);
  }

  @Test
  void rejectsRowsThatDoNotFit() {
    TileRows picture = picture(List.of(List.of("", "")));
    assertThatThrownBy(() -> picture.addRow("", List.of(tile(0)), ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 observations for 2 columns");
    assertThatThrownBy(() -> picture.addRow("", List.of(tile(0), new float[4]), ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("4 pixels");
    assertThatThrownBy(() -> picture.addRow("", List.of(new float[3], new float[3]), ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("pixels (3) must be a square number");
    assertThatThrownBy(() -> picture.writePng(folder.resolve("b.png")))
        .isInstanceOf(IllegalStateException.class);
  }
}
