package io.sightline.http;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Requests for stored workflows at {@code /{workspace}/workflows/{id}}: the workspace comes first
 * there, which no servlet's pattern can say.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class WorkspaceFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Inject private transient RequestDesk desk;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    boolean asks = request.getMethod().equals("POST") || request.getMethod().equals("OPTIONS");
    if (asks && desk.takes(RequestDesk.path(request))) {
      desk.serve(request, response);
    } else {
      chain.doFilter(request, response);
    }
  }
}
