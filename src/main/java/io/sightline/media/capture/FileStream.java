package io.sightline.media.capture;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.PointerPointer;

/**
 * The pictures of one file. The library may open this very file and nothing else, and reads it only
 * as one of a few well-known containers: others name further files or addresses.
 */
final class FileStream implements VideoStream {
  private static final String CONTAINERS = "mov,matroska,webm,avi,mpegts,mpeg,flv,ogg";
  private static final String CODECS =
      "h264,hevc,vp8,vp9,libvpx,libvpx-vp9,av1,libdav1d,libaom-av1,mpeg4,mpeg2video,mpeg1video,"
          + "mjpeg,h263,theora,prores";
  private static final long TICKS = 90_000;

  private final Path file;
  private final long maxPixels;
  private final boolean paced;
  private final Consumer<VideoTrackFormat> onFormat;
  private final CountDownLatch interrupted = new CountDownLatch(1);
  private final AVPacket packet = av_packet_alloc();
  private AVFormatContext container;
  private VideoTrackFormat format;
  private VideoDecoder decoder;
  private boolean ended;
  private long startNanos;
  private Long firstPts;

  /**
   * @param onFormat told what the file says of its video
   */
  FileStream(Path file, long maxPixels, boolean paced, Consumer<VideoTrackFormat> onFormat) {
    this.file = file;
    this.maxPixels = maxPixels;
    this.paced = paced;
    this.onFormat = onFormat;
  }

  @Override
  public void open() {
    try {
      av_log_set_level(AV_LOG_QUIET);
      container = avformat_alloc_context();
      openContainer();
    } catch (LinkageError e) {
      throw new CaptureException("FFmpeg's containers do not load: " + e.getMessage(), e);
    }
    int index =
        avformat_find_stream_info(container, (PointerPointer<?>) null) < 0
            ? -1
            : av_find_best_stream(container, AVMEDIA_TYPE_VIDEO, -1, -1, (AVCodec) null, 0);
    if (index < 0) {
      throw new CaptureException("there is no video in it");
    }
    AVStream stream = container.streams(index);
    format = VideoTrackFormat.of(index, stream);
    decoder = new VideoDecoder(stream.codecpar(), maxPixels);
    onFormat.accept(format);
    startNanos = System.nanoTime();
  }

  @Override
  public DecodedPicture next() throws IOException {
    while (interrupted.getCount() > 0) {
      DecodedPicture ready = decoder.receive(format);
      if (ready != null) {
        return inTime(ready);
      }
      if (ended) {
        return null;
      }
      read();
    }
    throw new IOException("interrupted");
  }

  @Override
  public void interrupt() {
    interrupted.countDown();
  }

  @Override
  public void close() {
    interrupt();
    if (decoder != null) {
      decoder.close();
    }
    if (container != null) {
      avformat_close_input(container);
    }
    av_packet_free(packet);
  }

  private void openContainer() {
    AVDictionary options = new AVDictionary(null);
    try {
      av_dict_set(options, "protocol_whitelist", "file", 0);
      av_dict_set(options, "format_whitelist", CONTAINERS, 0);
      av_dict_set(options, "codec_whitelist", CODECS, 0);
      int result = avformat_open_input(container, "file:" + file, (AVInputFormat) null, options);
      if (result < 0) {
        container = null;
        throw new CaptureException(
            "it is no video file of a kind that is read here, or its index is missing");
      }
    } finally {
      av_dict_free(options);
    }
  }

  /** The next coded picture into the decoder; what follows a broken end is not read. */
  private void read() throws IOException {
    if (av_read_frame(container, packet) < 0) {
      ended = true;
      decoder.finish();
      return;
    }
    try {
      if (packet.stream_index() == format.index()) {
        decoder.send(packet);
      }
    } finally {
      av_packet_unref(packet);
    }
  }

  /** A picture with times from the first one on, when it is to be shown. */
  private DecodedPicture inTime(DecodedPicture picture) throws IOException {
    firstPts = firstPts == null ? (Long) picture.pts() : firstPts;
    DecodedPicture moved = picture.from(firstPts);
    if (paced) {
      long due = startNanos + TimeUnit.SECONDS.toNanos(1) / 1000 * (moved.pts() * 1000 / TICKS);
      try {
        if (interrupted.await(due - System.nanoTime(), TimeUnit.NANOSECONDS)) {
          moved.close();
          throw new IOException("interrupted");
        }
      } catch (InterruptedException e) {
        moved.close();
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", e);
      }
    }
    return moved;
  }
}
