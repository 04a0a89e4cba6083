package io.sightline.signaling;

import io.sightline.http.ApiKeys;
import jakarta.servlet.http.HttpServletRequest;

/**
 * The key of a request that becomes a socket, in its address or as a bearer's token: a socket does
 * not know its headers. Known on the request's thread while the container makes the socket of it.
 */
final class HandshakeKey {
  private static final ThreadLocal<String> CURRENT = new ThreadLocal<>();

  private HandshakeKey() {}

  /** From now on {@link #current} answers with the key of this request, until {@link #forget}. */
  static void keep(HttpServletRequest request) {
    CURRENT.set(ApiKeys.of(request.getQueryString(), request.getHeader("Authorization")));
  }

  static void forget() {
    CURRENT.remove();
  }

  /** The key of the request under way on this thread; null where it has none. */
  static String current() {
    return CURRENT.get();
  }
}
