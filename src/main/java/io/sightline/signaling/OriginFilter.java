package io.sightline.signaling;

import io.sightline.http.OriginPolicy;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Turns pages of strangers away before their request becomes a socket. */
@WebFilter(urlPatterns = "/ws/*", asyncSupported = true)
public class OriginFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Inject private transient OriginPolicy policy;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (policy.allows(request.getHeader("Origin"), request.getHeader("Host"))) {
      Arrival.pass(request, response, chain);
    } else {
      response.sendError(
          HttpServletResponse.SC_FORBIDDEN,
          "pages of this origin may not open the socket: see sightline.signaling.origins");
    }
  }
}
