package io.sightline.http;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Workflows over HTTP, at the paths of Roboflow's server. */
@WebServlet(
    urlPatterns = {"/workflows/*", "/infer/*"},
    asyncSupported = true)
public class WorkflowsServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient RequestDesk desk;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    desk.serve(request, response);
  }
}
