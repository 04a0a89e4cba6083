package io.sightline.peer;

import dev.onvoid.webrtc.media.video.NativeI420Buffer;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;

/**
 * A street with people, over which a camera pans: a detector has real work, and an encoder has
 * motion in every frame. A still in I420, somewhat larger than a frame; a frame costs a few row
 * copies.
 */
final class Street implements Footage {
  /** How far a frame may lie from the upper left corner, pixels, both ways. */
  private static final int MARGIN = 32;

  private static final Map<List<Integer>, Street> MADE = new ConcurrentHashMap<>();

  private final int frameWidth;
  private final int frameHeight;
  private final int width;
  private final byte[] luma;
  private final byte[] blue;
  private final byte[] red;

  /** Frames of this size, both sides even; made once for each size. */
  static Street of(int width, int height) {
    return MADE.computeIfAbsent(List.of(width, height), size -> new Street(width, height));
  }

  private Street(int frameWidth, int frameHeight) {
    this.frameWidth = frameWidth;
    this.frameHeight = frameHeight;
    this.width = frameWidth + MARGIN;
    int height = frameHeight + MARGIN;
    int[] rgb = scaled(read(), width, height).getRGB(0, 0, width, height, null, 0, width);
    luma = new byte[width * height];
    blue = new byte[luma.length / 4];
    red = new byte[luma.length / 4];
    for (int i = 0; i < rgb.length; i++) {
      convert(i, rgb[i] >> 16 & 255, rgb[i] >> 8 & 255, rgb[i] & 255);
    }
  }

  /** ITU-R BT.601, limited range; chroma of the upper left pixel of each four. */
  private void convert(int i, int r, int g, int b) {
    luma[i] = (byte) ((66 * r + 129 * g + 25 * b + 128 >> 8) + 16);
    int x = i % width;
    int y = i / width;
    if (x % 2 == 0 && y % 2 == 0) {
      int at = y / 2 * (width / 2) + x / 2;
      blue[at] = (byte) ((-38 * r - 74 * g + 112 * b + 128 >> 8) + 128);
      red[at] = (byte) ((112 * r - 94 * g - 18 * b + 128 >> 8) + 128);
    }
  }

  @Override
  public NativeI420Buffer frame(int number) {
    NativeI420Buffer frame = NativeI420Buffer.allocate(frameWidth, frameHeight);
    double angle = number * 0.05;
    int left = even(angle);
    int top = even(angle * 0.7);
    copy(luma, width, left, top, frame.getDataY(), frame.getStrideY(), frameWidth, frameHeight);
    int half = width / 2;
    int x = left / 2;
    int y = top / 2;
    copy(blue, half, x, y, frame.getDataU(), frame.getStrideU(), frameWidth / 2, frameHeight / 2);
    copy(red, half, x, y, frame.getDataV(), frame.getStrideV(), frameWidth / 2, frameHeight / 2);
    BarCode.write(frame, number);
    return frame;
  }

  private static int even(double angle) {
    return (int) (MARGIN / 2 * (1 + Math.sin(angle))) & ~1;
  }

  private static void copy(
      byte[] from, int width, int left, int top, ByteBuffer to, int stride, int columns, int rows) {
    for (int y = 0; y < rows; y++) {
      to.put(y * stride, from, (top + y) * width + left, columns);
    }
  }

  private static BufferedImage read() {
    try (InputStream in = Street.class.getResourceAsStream("people.jpg")) {
      return ImageIO.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Covers the size, the middle of what is too high or too wide. */
  private static BufferedImage scaled(BufferedImage still, int width, int height) {
    double scale = Math.max((double) width / still.getWidth(), (double) height / still.getHeight());
    int fullWidth = (int) Math.ceil(still.getWidth() * scale);
    int fullHeight = (int) Math.ceil(still.getHeight() * scale);
    BufferedImage target = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = target.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(
        still, (width - fullWidth) / 2, (height - fullHeight) / 2, fullWidth, fullHeight, null);
    graphics.dispose();
    return target;
  }
}
