package io.sightline.http;

import jakarta.servlet.annotation.WebServlet;

/** Workflows over HTTP, at the paths of Roboflow's server. */
@WebServlet(
    urlPatterns = {"/workflows/*", "/infer/*"},
    asyncSupported = true)
public class WorkflowsServlet extends DeskServlet {
  private static final long serialVersionUID = 1L;
}
