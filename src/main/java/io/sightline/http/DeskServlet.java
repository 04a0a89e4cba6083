package io.sightline.http;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Brings requests to the desk; a subclass adds nothing but the paths, and needs async support. */
public abstract class DeskServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient RequestDesk desk;

  @Override
  protected final void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    desk.serve(request, response);
  }
}
