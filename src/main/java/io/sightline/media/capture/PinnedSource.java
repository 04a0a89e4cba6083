package io.sightline.media.capture;

import java.net.InetAddress;

/**
 * A permitted source with the one address that its host had when it was permitted: a name that
 * points elsewhere a moment later leads nowhere.
 */
record PinnedSource(SourceUrl url, InetAddress address) {
  /** As {@link SourceUrl#toString()}. */
  @Override
  public String toString() {
    return url.toString();
  }
}
