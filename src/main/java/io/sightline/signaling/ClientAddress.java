package io.sightline.signaling;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;

/**
 * Where a request comes from that becomes a socket: a socket itself does not say. Known on the
 * request's thread while the container makes the socket of it.
 */
final class ClientAddress {
  private static final ThreadLocal<String> CURRENT = new ThreadLocal<>();

  private ClientAddress() {}

  /** Hands the request on, and makes its address known meanwhile. */
  static void pass(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    CURRENT.set(request.getRemoteAddr());
    try {
      chain.doFilter(request, response);
    } finally {
      CURRENT.remove();
    }
  }

  /** The address of the request under way on this thread, null where there is none. */
  static String current() {
    return CURRENT.get();
  }
}
