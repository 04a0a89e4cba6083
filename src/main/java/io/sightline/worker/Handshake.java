package io.sightline.worker;

import io.sightline.http.HttpException;
import io.sightline.session.IceCandidate;
import io.sightline.session.SessionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A session's events until its request is answered; the later ones go nowhere. Safe for use by
 * several threads: events come on the session's executor, the end of patience from a timer.
 */
public final class Handshake implements Consumer<SessionEvent> {
  private final Consumer<String> answer;
  private final Consumer<RuntimeException> refusal;
  private final Consumer<Runnable> patience;
  private final List<IceCandidate> candidates = new ArrayList<>();
  private String sdp;
  private boolean answered;

  /**
   * @param answer is given the whole description, or else
   * @param refusal is given the reason why there is none; one of the two is called, once
   * @param patience runs a task when candidates are waited for no longer
   */
  public Handshake(
      Consumer<String> answer, Consumer<RuntimeException> refusal, Consumer<Runnable> patience) {
    this.answer = answer;
    this.refusal = refusal;
    this.patience = patience;
  }

  @Override
  public void accept(SessionEvent event) {
    if (event instanceof SessionEvent.Answered answer) {
      described(answer.sdp());
    } else if (event instanceof SessionEvent.CandidateFound found) {
      found(found.candidate());
    } else if (event instanceof SessionEvent.Refused refused && refused.fatal()) {
      refuse(refused.problem());
    } else if (event instanceof SessionEvent.Ended ended) {
      refuse(new HttpException(500, "SessionEnded", ended.message()));
    }
  }

  /** What could not even be asked for. */
  public synchronized void refuse(RuntimeException failure) {
    if (!answered) {
      answered = true;
      candidates.clear();
      refusal.accept(failure);
    }
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
    if (sdp != null && !answered) {
      answered = true;
      String complete = CompleteAnswer.of(sdp, candidates, whole);
      candidates.clear();
      answer.accept(complete);
    }
  }
}
