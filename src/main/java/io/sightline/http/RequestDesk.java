package io.sightline.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Takes requests in: may the page ask, is there a place, is the body within its bounds. Then the
 * thread of the server is free, and another one works on the answer.
 */
final class RequestDesk {
  /** The work and the way of its answer. */
  private static final int HOLDERS = 2;

  private final HttpSettings settings;
  private final OriginPolicy origins;
  private final WorkflowDoors doors;
  private final Executor work;
  private final Admission admission;
  private final JsonMapper reader;

  RequestDesk(HttpSettings settings, OriginPolicy origins, WorkflowDoors doors, Executor work) {
    this.settings = settings;
    this.origins = origins;
    this.doors = doors;
    this.work = work;
    this.admission = new Admission(settings.requests());
    this.reader = Json.reader(settings);
  }

  /** True where a request to this path is one for here. */
  boolean takes(String path) {
    return doors.has(segments(path));
  }

  /** Answers, now or later. */
  void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
    List<String> path = segments(path(request));
    String origin = request.getHeader("Origin");
    if (!origins.allows(origin, request.getHeader("Host"))) {
      send(
          response,
          Reply.problem(
              403,
              "OriginNotAllowed",
              "pages of this origin may not ask here: see sightline.signaling.origins"));
      return;
    }
    if (origin != null) {
      response.setHeader("Access-Control-Allow-Origin", origin);
      response.addHeader("Vary", "Origin");
    }
    if (request.getMethod().equals("OPTIONS")) {
      preflight(response, doors.methodsAt(path));
      return;
    }
    Admission.Place place;
    try {
      place = admission.take(HOLDERS);
    } catch (HttpException e) {
      send(response, e.reply());
      return;
    }
    try {
      enqueue(request, call(request, path), place);
    } catch (HttpException e) {
      place.giveBack();
      send(response, e.reply());
    } catch (IOException | RuntimeException | Error e) {
      place.giveBack();
      throw e;
    }
  }

  private void enqueue(HttpServletRequest request, Call call, Admission.Place place) {
    AsyncContext context = request.startAsync();
    Exchange exchange = new Exchange(context, settings.requestTime(), place::letGo);
    try {
      work.execute(
          () -> {
            try {
              exchange.answer(doors.answer(call));
            } finally {
              place.letGo();
            }
          });
    } catch (RejectedExecutionException e) {
      place.letGo();
      exchange.answer(Reply.problem(503, "ServerStopping", "the server stops"));
    }
  }

  private Call call(HttpServletRequest request, List<String> path) throws IOException {
    String encodings = String.valueOf(request.getHeader("Accept-Encoding"));
    boolean gzip = encodings.toLowerCase(Locale.ROOT).contains("gzip");
    if (!request.getMethod().equals("POST") || !doors.methodsAt(path).contains("POST")) {
      return new Call(request.getMethod(), path, null, false, gzip);
    }
    if (request.getContentLengthLong() > settings.bodyBytes()) {
      throw BodyStream.tooLarge(settings.bodyBytes());
    }
    BodyStream body =
        new BodyStream(
            request.getInputStream(), settings.bodyBytes(), settings.bodyTime(), System::nanoTime);
    Object value = read(body);
    return new Call("POST", path, value, body.count() > 0, gzip);
  }

  private Object read(BodyStream body) throws IOException {
    try {
      return reader.readValue(body, Object.class);
    } catch (StreamConstraintsException e) {
      throw BodyFaults.noJson(
          body.count(),
          "nested deeper than %d, or a number or a name that is too long"
              .formatted(settings.bodyNesting()));
    } catch (JsonProcessingException e) {
      if (body.count() == 0) {
        return null;
      }
      long offset = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getByteOffset());
      throw BodyFaults.noJson(offset, e.getOriginalMessage());
    }
  }

  private static void preflight(HttpServletResponse response, Set<String> methods)
      throws IOException {
    if (methods.isEmpty()) {
      send(response, Reply.detail(404, "Not Found"));
      return;
    }
    String all = String.join(", ", methods.stream().sorted().toList());
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    response.setHeader("Allow", all + ", OPTIONS");
    response.setHeader("Access-Control-Allow-Methods", all);
    response.setHeader("Access-Control-Allow-Headers", "Content-Type, Authorization");
    response.setHeader("Access-Control-Max-Age", "600");
  }

  private static void send(HttpServletResponse response, Reply reply) throws IOException {
    Exchange.head(response, reply);
    response.getOutputStream().write(reply.body());
  }

  /** The path below the application's, decoded. */
  static String path(HttpServletRequest request) {
    String rest = request.getPathInfo();
    return request.getServletPath() + (rest == null ? "" : rest);
  }

  private static List<String> segments(String path) {
    return Arrays.stream(path.split("/")).filter(s -> !s.isEmpty()).toList();
  }
}
