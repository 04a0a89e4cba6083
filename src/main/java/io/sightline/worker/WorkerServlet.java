package io.sightline.worker;

import io.sightline.http.RequestDesk;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Live sessions over HTTP, at the paths of Roboflow's server. */
@WebServlet(
    urlPatterns = {"/initialise_webrtc_worker", "/webrtc/session/*", "/webrtc_turn_config"},
    asyncSupported = true)
public class WorkerServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient RequestDesk desk;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    desk.serve(request, response);
  }
}
