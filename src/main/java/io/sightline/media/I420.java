package io.sightline.media;

import dev.onvoid.webrtc.media.FourCC;
import dev.onvoid.webrtc.media.video.NativeI420Buffer;
import dev.onvoid.webrtc.media.video.VideoBufferConverter;
import dev.onvoid.webrtc.media.video.VideoFrameBuffer;
import java.nio.ByteBuffer;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Conversion between the library's planes (I420, limited range BT.601) and packed BGR pixels, both
 * in native memory without a copy in between. The library's "24BG" is blue, green, red in memory.
 */
final class I420 {
  private I420() {}

  /** Writes {@code source} into {@code pixels}: same size, three channels, rows without gaps. */
  static void toBgr(VideoFrameBuffer source, Mat pixels) {
    try {
      VideoBufferConverter.convertFromI420(source, memory(pixels), FourCC.BG24);
    } catch (Exception e) {
      throw failed(source.getWidth(), source.getHeight(), "to BGR", e);
    }
  }

  /** New planes with the content of {@code pixels}; the caller releases them. */
  static NativeI420Buffer of(Mat pixels) {
    NativeI420Buffer planes = NativeI420Buffer.allocate(pixels.cols(), pixels.rows());
    try {
      VideoBufferConverter.convertToI420(memory(pixels), planes, FourCC.BG24);
      return planes;
    } catch (Exception e) {
      planes.release();
      throw failed(pixels.cols(), pixels.rows(), "to I420", e);
    }
  }

  private static ByteBuffer memory(Mat pixels) {
    if (pixels.channels() != 3 || !pixels.isContinuous()) {
      throw new MediaException(
          "a picture of %dx%d has %d channels and gaps %s: 3 channels without gaps are needed"
              .formatted(pixels.cols(), pixels.rows(), pixels.channels(), !pixels.isContinuous()));
    }
    return pixels.createBuffer();
  }

  private static MediaException failed(int width, int height, String what, Exception cause) {
    return cause instanceof MediaException media
        ? media
        : new MediaException(
            "a frame of %dx%d cannot be converted %s".formatted(width, height, what), cause);
  }
}
