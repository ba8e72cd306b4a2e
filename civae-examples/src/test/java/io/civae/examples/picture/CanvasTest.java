package io.civae.examples.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CanvasTest {

  private static final int RED = 0xFF0000;

  @Test
  void putsARedDotWhereItShould() throws IOException {
    Canvas canvas = new Canvas(40, 30);
    canvas.marker(Marker.DISC, 30, 8, 3, RED, 1);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(canvas.picture().png()));
    assertThat(image.getRGB(30, 8) & 0xFFFFFF).isEqualTo(RED);
    assertThat(image.getRGB(32, 8) & 0xFFFFFF).isEqualTo(RED);
    assertThat(image.getRGB(35, 8) & 0xFFFFFF).isEqualTo(Ink.WHITE);
    assertThat(image.getRGB(8, 29) & 0xFFFFFF).isEqualTo(Ink.WHITE);
  }

  @ParameterizedTest
  @EnumSource
  void drawsMarkersAboutAsLargeAsADisc(Marker marker) {
    Canvas canvas = new Canvas(41, 41);
    canvas.marker(marker, 20, 20, 10, 0, 1);
    int inked = 0;
    for (int i = 0; i < 41 * 41; i++) {
      inked += canvas.picture().color(i % 41, i / 41) == 0 ? 1 : 0;
    }
    assertThat(inked).isBetween(110, 330);
  }

  @Test
  void blendsTheEdgeOfALine() {
    Canvas canvas = new Canvas(20, 10);
    canvas.line(2, 5, 17, 5, 2, RED);
    Picture picture = canvas.picture();
    assertThat(picture.color(10, 5)).isEqualTo(RED);
    assertThat(picture.color(10, 4)).isEqualTo(Ink.mix(Ink.WHITE, RED, 0.5));
    assertThat(picture.color(10, 2)).isEqualTo(Ink.WHITE);
  }

  @Test
  void writesUpwardsFromBottomToTop() {
    Canvas across = new Canvas(60, 60);
    across.text("Lp", 0, 0, 1, 0);
    Canvas upwards = new Canvas(60, 60);
    upwards.textUpwards("Lp", 0, 60, 1, 0);
    for (int y = 0; y < 9; y++) {
      for (int x = 0; x < 12; x++) {
        assertThat(upwards.picture().color(y, 59 - x)).isEqualTo(across.picture().color(x, y));
      }
    }
  }

  @Test
  void refusesToDrawWhereThereIsNoPaper() {
    Canvas canvas = new Canvas(10, 10);
    assertThatThrownBy(() -> canvas.text("too long", 0, 0, 1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be on the canvas of 10 × 10");
    assertThatThrownBy(() -> new Canvas(0, 3)).hasMessageContaining("size (0 × 3)");
    assertThatThrownBy(() -> Ink.mix(0, 1, Double.NaN)).hasMessageContaining("share (NaN)");
  }

  @Test
  void writesAnAnimationThatRepeatsForEver() throws IOException {
    Canvas white = new Canvas(6, 4);
    Canvas black = new Canvas(6, 4);
    black.fill(0, 0, 6, 4, 0);
    Picture first = white.picture();
    Picture second = black.picture();
    byte[] gif = AnimatedGif.of(List.of(first, second, first), 80).gif();
    String bytes = new String(gif, StandardCharsets.ISO_8859_1);
    // The extension's name, a block of 3 bytes: 1, then how often, 0 for ever; the end.
    assertThat(bytes).startsWith("GIF89a").contains("NETSCAPE2.0\u0003\u0001\u0000\u0000\u0000");
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(gif))) {
      ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
      reader.setInput(in);
      assertThat(reader.getNumImages(true)).isEqualTo(3);
      assertThat(reader.read(0).getRGB(5, 3) & 0xFFFFFF).isEqualTo(Ink.WHITE);
      assertThat(reader.read(1).getRGB(5, 3) & 0xFFFFFF).isEqualTo(Ink.BLACK);
      reader.dispose();
    }
    assertThatThrownBy(() -> AnimatedGif.of(List.of(), 80)).hasMessageContaining("frames (0)");
    assertThatThrownBy(() -> AnimatedGif.of(List.of(first), 19))
        .hasMessageContaining("millis (19)");
    Picture wide = new Canvas(7, 4).picture();
    assertThatThrownBy(() -> AnimatedGif.of(List.of(first, wide), 80))
        .hasMessageContaining("a frame is 7 × 4, the first is 6 × 4");
  }
}
