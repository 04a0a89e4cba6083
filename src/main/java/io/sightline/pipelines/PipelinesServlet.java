package io.sightline.pipelines;

import io.sightline.http.RequestDesk;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Pipelines over HTTP, at the paths of Roboflow's server. */
@WebServlet(urlPatterns = "/inference_pipelines/*", asyncSupported = true)
public class PipelinesServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient RequestDesk desk;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    desk.serve(request, response);
  }
}
