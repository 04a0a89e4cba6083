package io.sightline.pipelines;

import io.sightline.http.DeskServlet;
import jakarta.servlet.annotation.WebServlet;

/** Pipelines over HTTP, at the paths of Roboflow's server. */
@WebServlet(urlPatterns = "/inference_pipelines/*", asyncSupported = true)
public class PipelinesServlet extends DeskServlet {
  private static final long serialVersionUID = 1L;
}
