package io.sightline.media.capture;

import java.util.Locale;

/** How a source is reached: the schemes of its address. */
enum Scheme {
  RTSP(554, false),
  RTSPS(322, true),
  HTTP(80, false),
  HTTPS(443, true);

  private final int defaultPort;
  private final boolean encrypted;

  Scheme(int defaultPort, boolean encrypted) {
    this.defaultPort = defaultPort;
    this.encrypted = encrypted;
  }

  /** The scheme of that name, in any case; null where it is none of these. */
  static Scheme named(String name) {
    for (Scheme scheme : values()) {
      if (scheme.name().equalsIgnoreCase(name)) {
        return scheme;
      }
    }
    return null;
  }

  int defaultPort() {
    return defaultPort;
  }

  /** Over TLS. */
  boolean encrypted() {
    return encrypted;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
