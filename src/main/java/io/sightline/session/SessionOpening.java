package io.sightline.session;

/**
 * The way of one session from its offer to the answer, and what that has settled. Used on the
 * serial executor; {@link #declaredFps} from any thread.
 */
final class SessionOpening {
  private final String id;
  private final String token = Tokens.next();
  private final SessionEnvironment environment;
  private final SessionTimes times;
  private final SessionParts parts;
  private final ClientEvents client;
  private volatile Double declaredFps;
  private OutputChoice outputs;

  SessionOpening(
      String id,
      SessionEnvironment environment,
      SessionTimes times,
      SessionParts parts,
      ClientEvents client) {
    this.id = id;
    this.environment = environment;
    this.times = times;
    this.parts = parts;
    this.client = client;
  }

  /**
   * Checks the offer, puts the session's parts together and starts to answer.
   *
   * @throws RuntimeException where the offer asks for what cannot be; see {@link ErrorWrapping}
   */
  void start(SessionOffer offer, SessionParts.Listener listener) {
    SessionPlan plan = environment.defaults().plan(offer.options());
    SdpOffer sdp = SdpOffer.of(offer, plan, environment.limits());
    times.life(plan.life());
    declaredFps = plan.declaredFps();
    parts.open(id, plan, sdp, offer.tap(), listener);
    outputs = parts.outputChoice(plan.parameters());
    parts.negotiation().start(sdp);
  }

  /** Tells the client the answer to an offer, the first one or a further one. */
  void answer(String sdp) {
    client.tell(new SessionEvent.Answered(sdp, id, token, environment.iceServers()));
  }

  /** Frames a second that the client declared, null where it did not. */
  Double declaredFps() {
    return declaredFps;
  }

  /** What the client may choose, after {@link #start}. */
  OutputChoice outputs() {
    return outputs;
  }
}
