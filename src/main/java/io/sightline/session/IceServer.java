package io.sightline.session;

import java.util.List;

/**
 * A STUN or TURN server.
 *
 * @param urls such as "stun:host:3478" or "turns:host:5349?transport=tcp"
 * @param username null where there is none
 * @param credential null where there is none
 */
public record IceServer(List<String> urls, String username, String credential) {
  public IceServer {
    urls = List.copyOf(urls);
  }

  /** Without the credential, which does not belong into logs. */
  @Override
  public String toString() {
    return "IceServer" + urls;
  }
}
