package io.sightline.worker;

import io.sightline.http.Reply;
import io.sightline.session.IceCandidate;
import io.sightline.session.SessionEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A session's events until its request is answered; the later ones go nowhere. Safe for use by
 * several threads: events come on the session's executor, the end of patience from a timer.
 */
final class Handshake implements Consumer<SessionEvent> {
  private final Consumer<Reply> answer;
  private final Consumer<Runnable> patience;
  private final List<IceCandidate> candidates = new ArrayList<>();
  private String sdp;
  private boolean answered;

  /**
   * @param answer is given the answer, once
   * @param patience runs a task when candidates are waited for no longer
   */
  Handshake(Consumer<Reply> answer, Consumer<Runnable> patience) {
    this.answer = answer;
    this.patience = patience;
  }

  @Override
  public void accept(SessionEvent event) {
    if (event instanceof SessionEvent.Answered answer) {
      described(answer.sdp());
    } else if (event instanceof SessionEvent.CandidateFound found) {
      found(found.candidate());
    } else if (event instanceof SessionEvent.Refused refused && refused.fatal()) {
      reply(WorkerErrors.reply(refused.problem()));
    } else if (event instanceof SessionEvent.Ended ended) {
      reply(Reply.problem(500, "SessionEnded", ended.message()));
    }
  }

  /** What could not even be asked for. */
  void refuse(RuntimeException failure) {
    reply(WorkerErrors.reply(failure));
  }

  private synchronized void described(String description) {
    if (sdp == null) {
      sdp = description;
      patience.accept(() -> complete(false));
    }
  }

  private synchronized void found(IceCandidate candidate) {
    if (candidate == null) {
      complete(true);
    } else if (!answered) {
      candidates.add(candidate);
    }
  }

  private synchronized void complete(boolean whole) {
    if (sdp == null) {
      return;
    }
    Map<String, Object> context = new LinkedHashMap<>();
    context.put("request_id", null);
    context.put("pipeline_id", null);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("status", "success");
    body.put("context", context);
    body.put("sdp", CompleteAnswer.of(sdp, candidates, whole));
    body.put("type", "answer");
    reply(Reply.of(200, body));
  }

  private synchronized void reply(Reply reply) {
    if (!answered) {
      answered = true;
      candidates.clear();
      answer.accept(reply);
    }
  }
}
