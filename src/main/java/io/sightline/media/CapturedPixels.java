package io.sightline.media;

import io.sightline.media.capture.CaptureException;
import io.sightline.media.capture.DecodedPicture;
import io.sightline.media.capture.PictureConverter;
import io.sightline.vision.ImagePool;
import org.bytedeco.opencv.opencv_core.Mat;

/** A picture of a source that the server captures itself. */
record CapturedPixels(DecodedPicture picture, PictureConverter converter) implements FramePixels {
  @Override
  public int width() {
    return rotation().swapsSides() ? picture.height() : picture.width();
  }

  @Override
  public int height() {
    return rotation().swapsSides() ? picture.width() : picture.height();
  }

  @Override
  public long pts() {
    return picture.pts();
  }

  @Override
  public boolean steadyClock() {
    return true;
  }

  @Override
  public Mat toBgr(ImagePool pool) {
    Mat pixels = pool.take(picture.width(), picture.height(), 3);
    try {
      converter.toBgr(picture, pixels);
      return rotation().upright(pixels, pool);
    } catch (CaptureException e) {
      pool.give(pixels);
      throw new MediaException(e.getMessage(), e);
    } catch (RuntimeException | Error e) {
      pool.give(pixels);
      throw e;
    }
  }

  private Rotation rotation() {
    return Rotation.of(picture.rotation());
  }

  @Override
  public void release() {
    picture.close();
  }
}
