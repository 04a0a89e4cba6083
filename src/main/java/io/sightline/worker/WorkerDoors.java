package io.sightline.worker;

import io.sightline.http.Call;
import io.sightline.http.HttpDoors;
import io.sightline.http.HttpException;
import io.sightline.http.Reply;
import io.sightline.http.RequestBody;
import io.sightline.session.IceServer;
import io.sightline.session.LiveSession;
import io.sightline.session.SessionEvent;
import io.sightline.session.SessionOffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Sessions by request: opening one, and the signs of life of its client. */
final class WorkerDoors implements HttpDoors {
  private static final List<String> OPEN = List.of("initialise_webrtc_worker");
  private static final List<String> RELAYS = List.of("webrtc_turn_config");
  private static final List<String> HEARTBEAT = List.of("webrtc", "session", "heartbeat");
  private static final List<String> END = List.of("webrtc", "session", "heartbeat", "end");

  private final BiFunction<SessionOffer, Consumer<SessionEvent>, LiveSession> sessions;
  private final Consumer<Runnable> patience;
  private final Supplier<List<IceServer>> iceServers;
  private final Leases leases = new Leases();

  /**
   * @param sessions opens a session, or throws
   * @param patience runs a task when candidates are waited for no longer
   * @param iceServers this server's own, for one client's use
   */
  WorkerDoors(
      BiFunction<SessionOffer, Consumer<SessionEvent>, LiveSession> sessions,
      Consumer<Runnable> patience,
      Supplier<List<IceServer>> iceServers) {
    this.sessions = sessions;
    this.patience = patience;
    this.iceServers = iceServers;
  }

  @Override
  public Set<String> methodsAt(List<String> path) {
    if (path.equals(RELAYS)) {
      return Set.of("GET");
    }
    return path.equals(OPEN) || path.equals(HEARTBEAT) || path.equals(END)
        ? Set.of("POST")
        : Set.of();
  }

  @Override
  public void answer(Supplier<Call> reader, Consumer<Reply> answer) {
    try {
      Call call = reader.get();
      if (call.path().equals(OPEN)) {
        open(WorkerRequest.of(call), answer);
      } else if (call.path().equals(RELAYS)) {
        answer.accept(relays());
      } else {
        answer.accept(lease(call));
      }
    } catch (HttpException e) {
      answer.accept(e.reply());
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      answer.accept(WorkerErrors.reply(e));
    }
  }

  /** The doors of leases say so in a form of their own. */
  @Override
  public Reply unauthorised(List<String> path, Reply usual) {
    return path.equals(OPEN) || path.equals(RELAYS) ? usual : trouble(401, "unauthorized");
  }

  private void open(WorkerRequest request, Consumer<Reply> answer) {
    Handshake handshake =
        new Handshake(
            sdp -> answer.accept(answered(sdp)),
            failure -> answer.accept(WorkerErrors.reply(failure)),
            patience);
    try {
      LiveSession session = sessions.apply(request.offer(), handshake);
      if (request.lease() != null) {
        leases.add(request.lease(), session);
      }
    } catch (RuntimeException e) {
      handshake.refuse(e);
    }
  }

  private static Reply answered(String sdp) {
    Map<String, Object> context = new LinkedHashMap<>();
    context.put("request_id", null);
    context.put("pipeline_id", null);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("status", "success");
    body.put("context", context);
    body.put("sdp", sdp);
    body.put("type", "answer");
    return Reply.of(200, body);
  }

  /** In the form that a browser's configuration has; who has it may use the relays for a while. */
  private Reply relays() {
    List<Map<String, Object>> servers = new ArrayList<>();
    for (IceServer server : iceServers.get()) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("urls", server.urls());
      if (server.username() != null) {
        entry.put("username", server.username());
        entry.put("credential", server.credential());
      }
      servers.add(entry);
    }
    return Reply.of(200, Map.of("iceServers", servers)).with("Cache-Control", "no-store");
  }

  private Reply lease(Call call) {
    RequestBody body = RequestBody.of(call);
    body.require("session_id");
    String id = body.text("session_id");
    body.check();
    if (call.path().equals(END)) {
      leases.end(id);
    } else if (!leases.renew(id)) {
      return trouble(404, "session not found");
    }
    return Reply.of(200, Map.of("status", "ok"));
  }

  private static Reply trouble(int status, String message) {
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("status", "error");
    detail.put("message", message);
    return Reply.of(status, Map.of("detail", detail));
  }
}
