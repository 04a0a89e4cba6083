package io.sightline.media.capture;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_get;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_display_rotation_get;
import static org.bytedeco.ffmpeg.global.avutil.av_q2d;
import static org.bytedeco.ffmpeg.global.avutil.av_rescale_q;

import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;

/**
 * What a file says of its video.
 *
 * @param index of the track in its container
 * @param frames how many, 0 where it is not known
 * @param rate frames a second: the average, else the one that its clock is made for; null where
 *     neither is said
 * @param rotation degrees clockwise by which pictures are to be turned to stand upright
 * @param timeBase seconds of one unit of the track's clock, as numerator and denominator
 */
record VideoTrackFormat(int index, long frames, Double rate, int rotation, int[] timeBase) {
  private static final int TICKS = 90_000;
  private static final int MATRIX_BYTES = 36;
  private static final double RATE_MAX = 1000;
  private static final double ANGLE_TOLERANCE = 1;

  static VideoTrackFormat of(int index, AVStream stream) {
    Double average = rate(stream.avg_frame_rate());
    Double rate = average == null ? rate(stream.r_frame_rate()) : average;
    return new VideoTrackFormat(
        index,
        frames(stream, rate),
        rate,
        rotation(stream.codecpar()),
        new int[] {stream.time_base().num(), stream.time_base().den()});
  }

  /** A time on the track's clock in units of 1/90000 s; 0 where it is not known. */
  long ticks(long time) {
    if (time == AV_NOPTS_VALUE || timeBase[1] == 0) {
      return 0;
    }
    try (AVRational from = new AVRational();
        AVRational to = new AVRational()) {
      return av_rescale_q(time, from.num(timeBase[0]).den(timeBase[1]), to.num(1).den(TICKS));
    }
  }

  /** As the container counts them, else by time. */
  private static long frames(AVStream stream, Double rate) {
    if (stream.nb_frames() > 0) {
      return stream.nb_frames();
    }
    if (rate == null || stream.duration() == AV_NOPTS_VALUE) {
      return 0;
    }
    return Math.max(0, Math.round(stream.duration() * av_q2d(stream.time_base()) * rate));
  }

  private static Double rate(AVRational rate) {
    if (rate.num() <= 0 || rate.den() <= 0) {
      return null;
    }
    double fps = av_q2d(rate);
    return fps <= RATE_MAX ? fps : null;
  }

  /** The library's angle is counter-clockwise; what is no quarter of a turn is left as it is. */
  private static int rotation(AVCodecParameters parameters) {
    AVPacketSideData matrix =
        av_packet_side_data_get(
            parameters.coded_side_data(),
            parameters.nb_coded_side_data(),
            AV_PKT_DATA_DISPLAYMATRIX);
    if (Pointer.isNull(matrix) || matrix.size() < MATRIX_BYTES) {
      return 0;
    }
    double angle = av_display_rotation_get(new IntPointer(matrix.data()));
    double upright = 90.0 * Math.round(angle / 90);
    boolean quarters = Math.abs(angle - upright) < ANGLE_TOLERANCE;
    return quarters ? (int) Math.floorMod(-Math.round(upright), 360L) : 0;
  }
}
