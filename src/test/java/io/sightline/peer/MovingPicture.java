package io.sightline.peer;

import dev.onvoid.webrtc.media.video.NativeI420Buffer;
import java.nio.ByteBuffer;
import java.util.Random;

/**
 * A generated film: textured colour blocks that wander to the left, with the frame's number as a
 * {@link BarCode}. Always the same for the same size, costs a few row copies a frame, and has
 * enough detail and motion that an encoder uses the bits it is given.
 */
public final class MovingPicture implements Footage {
  private static final int BLOCK = 32;
  private static final int STEP = 4;

  private final int width;
  private final int height;
  private final Plane y;
  private final Plane u;
  private final Plane v;

  /** A film of {@code width} by {@code height} pixels. */
  public MovingPicture(int width, int height) {
    this.width = width;
    this.height = height;
    Random random = new Random(width * 31L + height);
    y = new Plane(width, height, BLOCK, 24, random);
    u = new Plane((width + 1) / 2, (height + 1) / 2, BLOCK / 2, 0, random);
    v = new Plane((width + 1) / 2, (height + 1) / 2, BLOCK / 2, 0, random);
  }

  @Override
  public NativeI420Buffer frame(int number) {
    NativeI420Buffer frame = NativeI420Buffer.allocate(width, height);
    int offset = number * STEP % width & ~1;
    y.copyTo(frame.getDataY(), frame.getStrideY(), offset);
    u.copyTo(frame.getDataU(), frame.getStrideU(), offset / 2);
    v.copyTo(frame.getDataV(), frame.getStrideV(), offset / 2);
    BarCode.write(frame, number);
    return frame;
  }

  /** One plane, twice as wide as shown, so that a window on it can wander. */
  private static final class Plane {
    private final int width;
    private final int height;
    private final byte[] pixels;

    Plane(int width, int height, int block, int grain, Random random) {
      this.width = width;
      this.height = height;
      pixels = new byte[2 * width * height];
      int[] colours = random.ints(64, 50, 200).toArray();
      int across = width / block + 1;
      for (int row = 0; row < height; row++) {
        for (int x = 0; x < width; x++) {
          int colour = colours[(row / block * across + x / block) * 7 % colours.length];
          byte value = (byte) (colour + (grain > 0 ? random.nextInt(grain) : 0));
          pixels[row * 2 * width + x] = value;
          pixels[row * 2 * width + width + x] = value;
        }
      }
    }

    void copyTo(ByteBuffer target, int stride, int offset) {
      for (int row = 0; row < height; row++) {
        target.put(row * stride, pixels, row * 2 * width + offset, width);
      }
    }
  }
}
