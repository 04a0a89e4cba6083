package io.sightline.vision;

import java.net.URI;

/** Where pictures come from that a request names by address. */
@FunctionalInterface
public interface PictureSource {
  /**
   * The picture's file. Waits for the other server, bounded in time and bytes.
   *
   * @throws VisionException where the address is not allowed, or it answers nothing of use
   */
  byte[] fetch(URI address);
}
