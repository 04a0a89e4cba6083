package io.sightline.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Takes requests in: may the page ask, is there a place, is the body within its bounds. Then the
 * thread of the server is free, and another one works on the answer.
 */
final class RequestDesk {
  /** The work and the way of its answer. */
  private static final int HOLDERS = 2;

  /** In Accept-Encoding, unless it says that there must be none. */
  private static final String GZIP = "(.*,)?\\s*gzip\\s*(;(?!\\s*q=0(\\.0*)?\\s*(,|$)).*)?(,.*)?";

  private final HttpSettings settings;
  private final OriginPolicy origins;
  private final ApiKeys keys;
  private final List<HttpDoors> doors;
  private final Executor work;
  private final ScheduledExecutorService timer;
  private final Admission admission;
  private final BodyParser parser;

  /**
   * @param doors who answers where; the first that knows a path
   * @param work runs workflows
   * @param timer ends the patience with bodies that do not come
   */
  RequestDesk(
      HttpSettings settings,
      OriginPolicy origins,
      ApiKeys keys,
      List<HttpDoors> doors,
      Executor work,
      ScheduledExecutorService timer) {
    this.settings = settings;
    this.origins = origins;
    this.keys = keys;
    this.doors = doors;
    this.work = work;
    this.timer = timer;
    this.admission = new Admission(settings.requests(), settings.allBodyBytes());
    this.parser = new BodyParser(settings);
  }

  /** True where a request to this path is one for here. */
  boolean takes(String path) {
    return !doorsAt(segments(path)).methodsAt(segments(path)).isEmpty();
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
      preflight(response, doorsAt(path).methodsAt(path));
      return;
    }
    Reply refusal = refusal(request, path);
    if (refusal != null) {
      send(response, refusal);
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
      begin(request, path, place);
    } catch (IOException | RuntimeException | Error e) {
      place.giveBack();
      throw e;
    }
  }

  /** The answer to a request that needs no work; null to one that does. */
  private Reply refusal(HttpServletRequest request, List<String> path) {
    Set<String> methods = doorsAt(path).methodsAt(path);
    if (methods.isEmpty()) {
      return Reply.detail(404, "Not Found");
    }
    if (!methods.contains(method(request))) {
      return Reply.detail(405, "Method Not Allowed")
          .with("Allow", String.join(", ", methods.stream().sorted().toList()));
    }
    if (request.getContentLengthLong() > settings.bodyBytes()) {
      return BodyReader.tooLarge(settings.bodyBytes()).reply();
    }
    return request.getMethod().equals("POST")
        ? BodyType.refusal(
            request.getContentType(),
            request.getHeader("Content-Encoding"),
            doorsAt(path).takesForms(path))
        : null;
  }

  /** A request for the head of an answer is one for the answer, which then stays here. */
  private static String method(HttpServletRequest request) {
    return request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
  }

  private HttpDoors doorsAt(List<String> path) {
    return doors.stream()
        .filter(d -> !d.methodsAt(path).isEmpty())
        .findFirst()
        .orElse(doors.get(0));
  }

  private void begin(HttpServletRequest request, List<String> path, Admission.Place place)
      throws IOException {
    boolean gzip = takesGzip(request.getHeader("Accept-Encoding"));
    String method = method(request);
    String key = ApiKeys.of(request.getQueryString(), request.getHeader("Authorization"));
    Exchange exchange = new Exchange(request.startAsync(), settings.requestTime(), place::letGo);
    Call head = new Call(method, path, null, false, gzip, Attachments.NONE, exchange::isAnswered);
    if (!method.equals("POST") && !hasBody(request)) {
      enqueue(exchange, place, path, () -> keyed(key, head));
      return;
    }
    String type = request.getContentType();
    BodyReader body =
        new BodyReader(
            request.getInputStream(),
            settings.bodyBytes(),
            place::reserve,
            bytes ->
                enqueue(exchange, place, path, () -> keyed(key, parser.call(head, type, bytes))),
            refused -> {
              place.letGo();
              exchange.answer(refused.reply());
            });
    Future<?> deadline =
        timer.schedule(body::expire, settings.bodyTime().toMillis(), TimeUnit.MILLISECONDS);
    exchange.atEnd(() -> deadline.cancel(false));
    request.getInputStream().setReadListener(body);
  }

  /** Clients of the stream manager send bodies with GET, too. */
  private static boolean hasBody(HttpServletRequest request) {
    return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
  }

  /** The place is kept until there is an answer, which may come from another thread. */
  private void enqueue(
      Exchange exchange, Admission.Place place, List<String> path, Supplier<Call> call) {
    Consumer<Reply> answer =
        reply -> {
          place.letGo();
          exchange.answer(reply);
        };
    try {
      work.execute(() -> doorsAt(path).answer(call, answer));
    } catch (RejectedExecutionException e) {
      answer.accept(Reply.problem(503, "ServerStopping", "the server stops"));
    }
  }

  /** A request whose key, wherever it stands, is one of this server's. */
  private Call keyed(String key, Call call) {
    Object inBody = call.body() instanceof Map<?, ?> fields ? fields.get("api_key") : null;
    try {
      keys.check(key == null && inBody instanceof String text ? text : key);
    } catch (HttpException e) {
      throw new HttpException(doorsAt(call.path()).unauthorised(call.path(), e.reply()));
    }
    return call;
  }

  static boolean takesGzip(String acceptEncoding) {
    return String.valueOf(acceptEncoding).toLowerCase(Locale.ROOT).matches(GZIP);
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
