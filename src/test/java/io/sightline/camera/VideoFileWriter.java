package io.sightline.camera;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MPEG4;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;

/** Writes video files of any length: MPEG-4 in MP4, a bar that wanders over a grey ramp. */
public final class VideoFileWriter {
  private static final int BAR = 64;

  private final int width;
  private final int height;
  private final int rate;

  /**
   * @param rate frames a second
   */
  public VideoFileWriter(int width, int height, int rate) {
    this.width = width;
    this.height = height;
    this.rate = rate;
  }

  /** Writes so many frames. */
  public void write(Path file, int frames) {
    AVFormatContext format = new AVFormatContext(null);
    checked(avformat_alloc_output_context2(format, null, "mp4", file.toString()));
    AVCodec encoder = avcodec_find_encoder(AV_CODEC_ID_MPEG4);
    AVCodecContext context = avcodec_alloc_context3(encoder);
    AVStream stream = avformat_new_stream(format, null);
    try (AVRational tick = new AVRational().num(1).den(rate);
        AVRational perSecond = new AVRational().num(rate).den(1)) {
      context.width(width).height(height).pix_fmt(AV_PIX_FMT_YUV420P);
      context.time_base(tick).framerate(perSecond).gop_size(rate).bit_rate(1_000_000);
      context.flags(context.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
      checked(avcodec_open2(context, encoder, (AVDictionary) null));
      checked(avcodec_parameters_from_context(stream.codecpar(), context));
      stream.time_base(tick).avg_frame_rate(perSecond);
      AVIOContext out = new AVIOContext(null);
      checked(avio_open(out, file.toString(), AVIO_FLAG_WRITE));
      format.pb(out);
      checked(avformat_write_header(format, (AVDictionary) null));
      encode(format, stream, context, frames);
      checked(av_write_trailer(format));
      avio_closep(out);
    } finally {
      avcodec_free_context(context);
      avformat_free_context(format);
    }
  }

  private void encode(AVFormatContext format, AVStream stream, AVCodecContext context, int frames) {
    AVFrame frame = av_frame_alloc();
    AVPacket packet = av_packet_alloc();
    try {
      frame.format(AV_PIX_FMT_YUV420P).width(width).height(height);
      checked(av_frame_get_buffer(frame, 0));
      for (int i = 0; i <= frames; i++) {
        if (i < frames) {
          checked(av_frame_make_writable(frame));
          paint(frame, i);
          frame.pts(i);
        }
        checked(avcodec_send_frame(context, i < frames ? frame : null));
        while (avcodec_receive_packet(context, packet) == 0) {
          av_packet_rescale_ts(packet, context.time_base(), stream.time_base());
          packet.stream_index(stream.index());
          checked(av_interleaved_write_frame(format, packet));
        }
      }
    } finally {
      av_packet_free(packet);
      av_frame_free(frame);
    }
  }

  private void paint(AVFrame frame, int number) {
    byte[] row = new byte[width];
    for (int x = 0; x < width; x++) {
      boolean bar = Math.floorMod(x - number * 4, width) < BAR;
      row[x] = (byte) (bar ? 235 : 32 + x * 128 / width);
    }
    int stride = frame.linesize(0);
    ByteBuffer luma = frame.data(0).capacity((long) stride * height).asByteBuffer();
    for (int y = 0; y < height; y++) {
      luma.position(y * stride).put(row);
    }
    for (int plane = 1; plane <= 2; plane++) {
      long bytes = (long) frame.linesize(plane) * (height / 2);
      ByteBuffer chroma = frame.data(plane).capacity(bytes).asByteBuffer();
      byte[] grey = new byte[(int) bytes];
      java.util.Arrays.fill(grey, (byte) 128);
      chroma.put(grey);
    }
  }

  private static void checked(int result) {
    if (result < 0) {
      throw new IllegalStateException("FFmpeg says " + result);
    }
  }
}
