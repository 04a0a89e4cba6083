package io.sightline.media.capture;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_LOW_DELAY;
import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;

import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.Pointer;

/**
 * Coded pictures in, pictures out; FFmpeg's decoders and nothing else of FFmpeg: it opens no
 * address and no file. Used by one thread, which also closes it.
 */
final class VideoDecoder implements AutoCloseable {
  /** Pictures one after the other that cannot be decoded until the stream counts as broken. */
  private static final int BAD_MAX = 300;

  private final AVCodecContext context;
  private final AVPacket packet;
  private int bad;

  /**
   * @throws CaptureException where the library does not load or has no such decoder
   */
  VideoDecoder(Codec codec, long maxPixels) {
    AVCodec decoder = find(codec.id(), codec.toString());
    context = avcodec_alloc_context3(decoder);
    packet = av_packet_alloc();
    context.flags(context.flags() | AV_CODEC_FLAG_LOW_DELAY);
    open(decoder, maxPixels, codec.toString());
  }

  /**
   * A decoder for a track of a file, whose pictures may be stored in another order than they are
   * shown.
   *
   * @throws CaptureException where the library has none
   */
  VideoDecoder(AVCodecParameters track, long maxPixels) {
    String name = avcodec_get_name(track.codec_id()).getString();
    if ((long) track.width() * track.height() > maxPixels) {
      throw new CaptureException(
          "its pictures have %dx%d pixels, more than the %d of sightline.media.frame.max.pixels"
              .formatted(track.width(), track.height(), maxPixels));
    }
    AVCodec decoder = find(track.codec_id(), name);
    context = avcodec_alloc_context3(decoder);
    packet = av_packet_alloc();
    if (avcodec_parameters_to_context(context, track) < 0) {
      close();
      throw new CaptureException("the description of its %s is broken".formatted(name));
    }
    open(decoder, maxPixels, name);
  }

  private void open(AVCodec decoder, long maxPixels, String name) {
    context.max_pixels(maxPixels);
    context.thread_count(1);
    if (avcodec_open2(context, decoder, (AVDictionary) null) < 0) {
      close();
      throw new CaptureException("the decoder for %s does not open".formatted(name));
    }
  }

  /**
   * Gives one coded picture in.
   *
   * @param pts on a clock of 90 kHz
   * @throws IOException where too many in a row could not be decoded
   */
  void send(byte[] coded, long pts) throws IOException {
    if (av_new_packet(packet, coded.length) < 0) {
      throw new IOException("no memory for %d bytes".formatted(coded.length));
    }
    packet.data().put(coded, 0, coded.length);
    packet.pts(pts);
    int result = avcodec_send_packet(context, packet);
    av_packet_unref(packet);
    count(result < 0);
  }

  /**
   * Gives one coded picture of a file in.
   *
   * @throws IOException where too many in a row could not be decoded
   */
  void send(AVPacket coded) throws IOException {
    count(avcodec_send_packet(context, coded) < 0);
  }

  /** Nothing more is given in: what waits to be put in order comes out. */
  void finish() {
    avcodec_send_packet(context, null);
  }

  /** The next picture, null where more has to be given in first. */
  DecodedPicture receive() {
    AVFrame frame = decoded();
    if (frame == null) {
      return null;
    }
    long best = frame.best_effort_timestamp();
    return new DecodedPicture(frame, best == AV_NOPTS_VALUE ? 0 : best);
  }

  /** As {@link #receive()}, of a file's track: on its clock, to be turned as it says. */
  DecodedPicture receive(VideoTrackFormat track) {
    AVFrame frame = decoded();
    return frame == null
        ? null
        : new DecodedPicture(frame, track.ticks(frame.best_effort_timestamp()), track.rotation());
  }

  private AVFrame decoded() {
    AVFrame frame = av_frame_alloc();
    if (avcodec_receive_frame(context, frame) < 0) {
      av_frame_free(frame);
      return null;
    }
    bad = 0;
    return frame;
  }

  @Override
  public void close() {
    av_packet_free(packet);
    avcodec_free_context(context);
  }

  private void count(boolean failed) throws IOException {
    if (failed && ++bad > BAD_MAX) {
      throw new IOException("%d pictures in a row cannot be decoded".formatted(bad));
    }
  }

  private static AVCodec find(int id, String name) {
    try {
      av_log_set_level(AV_LOG_QUIET);
      AVCodec decoder = avcodec_find_decoder(id);
      if (!Pointer.isNull(decoder)) {
        return decoder;
      }
    } catch (LinkageError e) {
      throw new CaptureException("FFmpeg's decoders do not load: " + e.getMessage(), e);
    }
    throw new CaptureException("FFmpeg has no decoder for " + name);
  }
}
