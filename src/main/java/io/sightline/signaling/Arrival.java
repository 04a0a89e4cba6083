package io.sightline.signaling;

import io.sightline.http.ApiKeys;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * What is known of the request that becomes a socket, which a socket does not tell. Known on the
 * request's thread while the container makes the socket of it.
 *
 * @param address of the client; null where it is not known
 * @param key in the request's address or as a bearer's token; null where it has none
 */
record Arrival(String address, String key) {
  private static final Arrival UNKNOWN = new Arrival(null, null);
  private static final ThreadLocal<Arrival> CURRENT = new ThreadLocal<>();

  /** Hands the request on, and makes it known meanwhile. */
  static void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    CURRENT.set(
        new Arrival(
            request.getRemoteAddr(),
            ApiKeys.of(request.getQueryString(), request.getHeader("Authorization"))));
    try {
      chain.doFilter(request, response);
    } finally {
      CURRENT.remove();
    }
  }

  /** The request under way on this thread. */
  static Arrival current() {
    Arrival arrival = CURRENT.get();
    return arrival == null ? UNKNOWN : arrival;
  }
}
