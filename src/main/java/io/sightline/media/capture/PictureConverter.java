package io.sightline.media.capture;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR24;
import static org.bytedeco.ffmpeg.global.swscale.SWS_ACCURATE_RND;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BILINEAR;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_DEFAULT;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_ITU709;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCachedContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCoefficients;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;
import static org.bytedeco.ffmpeg.global.swscale.sws_setColorspaceDetails;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Turns decoded pictures of any pixel format into packed BGR, full range. One picture at a time,
 * and closed when no more will come.
 */
public final class PictureConverter implements AutoCloseable {
  private static final int PLANES = 4;
  private static final int ONE = 1 << 16;
  private static final int HD_ROWS = 720;

  private final PointerPointer<Pointer> target = new PointerPointer<>(PLANES);
  private final IntPointer strides = new IntPointer(PLANES);
  private SwsContext context;
  private boolean closed;

  /**
   * Writes {@code picture} into {@code pixels}: same size, three channels.
   *
   * @throws CaptureException where the picture was released or has a format without a way to BGR
   */
  public void toBgr(DecodedPicture picture, Mat pixels) {
    if (closed) {
      throw new CaptureException("the capture has ended");
    }
    AVFrame frame = picture.frame();
    int width = picture.width();
    int height = picture.height();
    context =
        sws_getCachedContext(
            context,
            width,
            height,
            frame.format(),
            width,
            height,
            AV_PIX_FMT_BGR24,
            SWS_BILINEAR | SWS_ACCURATE_RND,
            null,
            null,
            (DoublePointer) null);
    if (Pointer.isNull(context)) {
      throw new CaptureException(
          "a picture of %dx%d in format %d cannot be converted to BGR"
              .formatted(width, height, frame.format()));
    }
    colours(frame);
    for (int i = 1; i < PLANES; i++) {
      target.put(i, (Pointer) null);
      strides.put(i, 0);
    }
    target.put(0, pixels.data());
    strides.put(0, Math.toIntExact(pixels.step()));
    sws_scale(context, frame.data(), frame.linesize(), 0, height, target, strides);
  }

  /** What the stream says of its colours; where it is silent, by size as players do. */
  private void colours(AVFrame frame) {
    boolean hd =
        frame.colorspace() == AVCOL_SPC_BT709
            || frame.colorspace() == org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_UNSPECIFIED
                && frame.height() >= HD_ROWS
                && frame.color_range() != AVCOL_RANGE_JPEG;
    IntPointer from = sws_getCoefficients(hd ? SWS_CS_ITU709 : SWS_CS_DEFAULT);
    IntPointer to = sws_getCoefficients(SWS_CS_DEFAULT);
    int fullRange = frame.color_range() == AVCOL_RANGE_JPEG ? 1 : 0;
    sws_setColorspaceDetails(context, from, fullRange, to, 1, 0, ONE, ONE);
  }

  /** May be called twice. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      sws_freeContext(context);
      target.close();
      strides.close();
    }
  }
}
