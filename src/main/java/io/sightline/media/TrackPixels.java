package io.sightline.media;

import dev.onvoid.webrtc.media.video.VideoFrame;
import io.sightline.vision.ImagePool;
import org.bytedeco.opencv.opencv_core.Mat;

/** A frame of the client's track: I420 planes of the library, perhaps to be turned. */
final class TrackPixels implements FramePixels {
  private final VideoFrame frame;
  private final Rotation rotation;

  TrackPixels(VideoFrame frame) {
    this.frame = frame;
    rotation = Rotation.of(frame.rotation);
  }

  @Override
  public int width() {
    return rotation.swapsSides() ? frame.buffer.getHeight() : frame.buffer.getWidth();
  }

  @Override
  public int height() {
    return rotation.swapsSides() ? frame.buffer.getWidth() : frame.buffer.getHeight();
  }

  @Override
  public long pts() {
    return frame.timestampNs / 1000 * 9 / 100;
  }

  @Override
  public boolean steadyClock() {
    return false;
  }

  @Override
  public Mat toBgr(ImagePool pool) {
    Mat pixels = pool.take(frame.buffer.getWidth(), frame.buffer.getHeight(), 3);
    try {
      I420.toBgr(frame.buffer, pixels);
      return rotation.upright(pixels, pool);
    } catch (RuntimeException | Error e) {
      pool.give(pixels);
      throw e;
    }
  }

  @Override
  public void release() {
    frame.release();
  }
}
