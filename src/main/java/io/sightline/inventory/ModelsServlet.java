package io.sightline.inventory;

import io.sightline.http.RequestDesk;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The models over HTTP. */
@WebServlet(
    urlPatterns = {"/models", "/models/*", "/model/registry"},
    asyncSupported = true)
public class ModelsServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient RequestDesk desk;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    desk.serve(request, response);
  }
}
