package io.sightline.peer;

import dev.onvoid.webrtc.media.video.NativeI420Buffer;

/** The frames of a film by number, each with its number as a {@link BarCode}. */
interface Footage {
  /** The frame with this number; the caller releases it. */
  NativeI420Buffer frame(int number);
}
