package io.sightline.inventory;

import io.sightline.http.DeskServlet;
import jakarta.servlet.annotation.WebServlet;

/** The models over HTTP. */
@WebServlet(
    urlPatterns = {"/models", "/models/*", "/model/registry"},
    asyncSupported = true)
public class ModelsServlet extends DeskServlet {
  private static final long serialVersionUID = 1L;
}
