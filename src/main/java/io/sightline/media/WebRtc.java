package io.sightline.media;

import dev.onvoid.webrtc.PeerConnectionFactory;
import java.util.List;

/**
 * The one peer connection factory of this JVM. It is created once, survives redeployments and lives
 * as long as the server does (kept where every application's class loader finds it again).
 */
public final class WebRtc {
  private WebRtc() {}

  /**
   * The factory.
   *
   * @throws MediaException where the native library does not load; names the missing library
   */
  public static PeerConnectionFactory factory() {
    throw new UnsupportedOperationException();
  }

  /**
   * Why live video cannot work here: one sentence for each native library that fails; else empty.
   */
  public static List<String> problems() {
    throw new UnsupportedOperationException();
  }
}
