package io.civae.examples.picture;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/** Pictures of one size as an animation that repeats for ever. Immutable and thread-safe. */
public final class AnimatedGif {

  private static final String FORMAT = "javax_imageio_gif_image_1.0";
  private static final int GREYS = 256;

  private final List<Picture> frames;
  private final int millis;

  private AnimatedGif(List<Picture> frames, int millis) {
    this.frames = frames;
    this.millis = millis;
  }

  /**
   * An animation in shades of grey.
   *
   * @param frames at least one, of one size; colours become their grey
   * @param millis how long each is seen, in milliseconds, at least 20; kept to the hundredth of a
   *     second
   * @return the animation
   * @throws IllegalArgumentException if a rule is broken
   */
  public static AnimatedGif of(List<Picture> frames, int millis) {
    if (frames.isEmpty()) {
      throw new IllegalArgumentException("frames (0) must be at least 1");
    }
    if (millis < 20) {
      throw new IllegalArgumentException("millis (" + millis + ") must be at least 20");
    }
    Picture first = frames.get(0);
    for (Picture frame : frames) {
      if (frame.width() != first.width() || frame.height() != first.height()) {
        throw new IllegalArgumentException(
            "a frame is %d × %d, the first is %d × %d"
                .formatted(frame.width(), frame.height(), first.width(), first.height()));
      }
    }
    return new AnimatedGif(List.copyOf(frames), millis);
  }

  /**
   * The width.
   *
   * @return in pixels
   */
  public int width() {
    return frames.get(0).width();
  }

  /**
   * The height.
   *
   * @return in pixels
   */
  public int height() {
    return frames.get(0).height();
  }

  /**
   * The number of frames.
   *
   * @return at least 1
   */
  public int frames() {
    return frames.size();
  }

  /**
   * The animation as a GIF file's bytes.
   *
   * @return a new array
   */
  public byte[] gif() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      ImageWriteParam whole = writer.getDefaultWriteParam();
      // An animation gains nothing from rows out of order, and the JDK reads small ones back wrong.
      whole.setProgressiveMode(ImageWriteParam.MODE_DISABLED);
      for (Picture frame : frames) {
        BufferedImage image = image(frame);
        writer.writeToSequence(new IIOImage(image, null, metadata(writer, image, whole)), whole);
      }
      writer.endWriteSequence();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /**
   * Writes the animation as a GIF file, over an existing one of that name.
   *
   * @param file where to
   * @throws IOException if it cannot be written
   */
  public void writeGif(Path file) throws IOException {
    Files.write(file, gif());
  }

  private IIOMetadata metadata(ImageWriter writer, BufferedImage image, ImageWriteParam whole)
      throws IIOInvalidTreeException {
    IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), whole);
    IIOMetadataNode root = new IIOMetadataNode(FORMAT);
    IIOMetadataNode control = new IIOMetadataNode("GraphicControlExtension");
    control.setAttribute("disposalMethod", "none");
    control.setAttribute("userInputFlag", "FALSE");
    control.setAttribute("transparentColorFlag", "FALSE");
    control.setAttribute("transparentColorIndex", "0");
    control.setAttribute("delayTime", Integer.toString(millis / 10));
    root.appendChild(control);
    IIOMetadataNode extensions = new IIOMetadataNode("ApplicationExtensions");
    IIOMetadataNode loop = new IIOMetadataNode("ApplicationExtension");
    loop.setAttribute("applicationID", "NETSCAPE");
    loop.setAttribute("authenticationCode", "2.0");
    // Sub-block 1 of the extension: how often to repeat, 0 for ever.
    loop.setUserObject(new byte[] {1, 0, 0});
    extensions.appendChild(loop);
    root.appendChild(extensions);
    metadata.mergeTree(FORMAT, root);
    return metadata;
  }

  private static BufferedImage image(Picture frame) {
    byte[] ramp = new byte[GREYS];
    for (int i = 0; i < GREYS; i++) {
      ramp[i] = (byte) i;
    }
    BufferedImage image =
        new BufferedImage(
            frame.width(),
            frame.height(),
            BufferedImage.TYPE_BYTE_INDEXED,
            new IndexColorModel(8, GREYS, ramp, ramp, ramp));
    for (int y = 0; y < frame.height(); y++) {
      for (int x = 0; x < frame.width(); x++) {
        image.getRaster().setSample(x, y, 0, Ink.luma(frame.color(x, y)));
      }
    }
    return image;
  }
}
