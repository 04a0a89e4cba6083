package io.sightline.media.capture;

import org.bytedeco.ffmpeg.global.avcodec;

/** What cameras code their video in and this server decodes. */
enum Codec {
  H264(avcodec.AV_CODEC_ID_H264),
  H265(avcodec.AV_CODEC_ID_HEVC),
  MJPEG(avcodec.AV_CODEC_ID_MJPEG);

  private final int id;

  Codec(int id) {
    this.id = id;
  }

  /** The library's number. */
  int id() {
    return id;
  }
}
