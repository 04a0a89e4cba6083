package io.sightline.worker;

import io.sightline.http.DeskServlet;
import jakarta.servlet.annotation.WebServlet;

/** Live sessions over HTTP, at the paths of Roboflow's server. */
@WebServlet(
    urlPatterns = {"/initialise_webrtc_worker", "/webrtc/session/*", "/webrtc_turn_config"},
    asyncSupported = true)
public class WorkerServlet extends DeskServlet {
  private static final long serialVersionUID = 1L;
}
