package io.sightline.session;

import io.sightline.media.BitratePolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Offers answered one after the other (RFC 8829, section 4), and candidates both ways in the order
 * in which they can be used: the client's not before both descriptions are set, the server's not
 * before the answer has left. Used on the serial executor only.
 */
final class Negotiation {
  /**
   * Whom to tell; called on the serial executor.
   *
   * @param sourceGone the client has removed the section of its video
   * @param sending whether the client sends its video now, told of each of its descriptions
   * @param answered the answer to send
   * @param candidate a candidate of the server to send, null for their end
   * @param refused an offer was refused, all is as before it
   * @param broken the connection cannot go on
   */
  record Listener(
      Runnable sourceGone,
      Consumer<Boolean> sending,
      Consumer<String> answered,
      Consumer<IceCandidate> candidate,
      Consumer<SessionException> refused,
      Consumer<SessionException> broken) {}

  private static final double MINUTE = 60;

  private final PeerConnection connection;
  private final FrameInlet inlet;
  private final BitratePolicy bitrates;
  private final SessionLimits limits;
  private final boolean inbound;
  private final Listener listener;
  private final CandidateQueue candidates;
  private final RateLimit offers;
  private final List<IceCandidate> unsent = new ArrayList<>();
  private SdpOffer offer;
  private SdpOffer current;

  /** The section of the video back, and the one that the client sends its video in. */
  private int videoIndex;

  private int inboundIndex;
  private boolean underWay;

  /**
   * @param inlet takes the client's video where it sends one
   * @param inbound whether the client's video is taken, where it sends one
   */
  Negotiation(
      PeerConnection connection,
      FrameInlet inlet,
      BitratePolicy bitrates,
      SessionLimits limits,
      boolean inbound,
      LongSupplier nanos,
      Listener listener) {
    this.connection = connection;
    this.inlet = inlet;
    this.bitrates = bitrates;
    this.limits = limits;
    this.inbound = inbound;
    this.listener = listener;
    this.candidates = new CandidateQueue(limits.candidates());
    int perMinute = limits.offersPerMinute();
    this.offers = new RateLimit(perMinute / MINUTE, perMinute, nanos);
  }

  /**
   * Starts to answer an offer.
   *
   * @throws SessionException where the offer is refused at once; all is as before it
   */
  void offer(String sdp) {
    if (!offers.allows()) {
      throw new OfferRateExceeded(limits.offersPerMinute());
    }
    if (underWay) {
      throw new OfferRejected("the offer before this one is not answered yet: wait for its answer");
    }
    SdpOffer checked = SdpOffer.parseFurther(sdp, limits);
    if (removesVideo(checked)) {
      listener.sourceGone.run();
    } else {
      start(checked);
    }
  }

  /** Starts to answer an offer that was checked before. */
  void start(SdpOffer checked) {
    if (current == null) {
      videoIndex = checked.videoIndex();
      inboundIndex = videoIndex;
    } else if (videoIndex >= 0) {
      checkKeepsVideo(checked, videoIndex, inboundIndex);
    }
    offer = checked;
    underWay = true;
    candidates.renew();
    int sends = checked.sendsVideoAt(inboundIndex);
    if (current != null && sends != inboundIndex && sends >= 0 || checked.rejectsAt(inboundIndex)) {
      inlet.unwire();
    }
    try {
      connection.setRemoteOffer(
          bitrates.remoteDescription(checked.sdp()), this::described, this::refused);
    } catch (SessionException e) {
      goOn();
      throw e;
    }
  }

  /** A candidate of the client; null or empty ends them, which nobody here waits for. */
  void candidate(IceCandidate candidate) {
    if (candidate == null) {
      return;
    }
    candidates.add(candidate);
    if (current != null && !underWay) {
      apply();
    }
  }

  /** A candidate of the server, null for their end. */
  void localCandidate(IceCandidate candidate) {
    if (underWay) {
      unsent.add(candidate);
    } else {
      listener.candidate.accept(candidate);
    }
  }

  /** How many candidates of the client wait for the descriptions. */
  int waiting() {
    return candidates.waiting();
  }

  /**
   * The section that carries the video must stay: with it would go the track that frames are taken
   * from, under the feet of its sink.
   */
  static void checkKeepsVideo(SdpOffer after, int index, int inboundIndex) {
    int last = Math.max(index, inboundIndex);
    if (after.sections().size() <= last) {
      throw new OfferRejected(
          "a further offer keeps all sections: the video is number %d, not one of %d"
              .formatted(last, after.sections().size()));
    }
    MediaSection kept = after.sections().get(index);
    if (!kept.isVideo() || kept.rejected()) {
      throw new OfferRejected(
          "section %d must stay an accepted 'm=video'; end the session with terminate"
              .formatted(index));
    }
  }

  /** The track of a video that came is gone for good; one that only stops may come again. */
  private boolean removesVideo(SdpOffer checked) {
    List<MediaSection> sections = checked.sections();
    return current != null
        && inbound
        && videoIndex >= 0
        && current.sections().get(videoIndex).clientSends()
        && videoIndex < sections.size()
        && sections.get(videoIndex).isVideo()
        && sections.get(videoIndex).rejected();
  }

  private void described() {
    try {
      if (videoIndex >= 0) {
        takeVideo();
      }
      connection.createAnswer(this::created, listener.broken);
    } catch (RuntimeException | Error e) {
      listener.broken.accept(ErrorWrapping.typed(e));
    }
  }

  /** A client that stops its video and adds another one sends that in a section of its own. */
  private void takeVideo() {
    int sends = offer.sendsVideoAt(inboundIndex);
    if (inbound && sends >= 0) {
      inboundIndex = sends;
    }
    MediaSection from = offer.sections().get(inboundIndex);
    connection.keepOnlyVideo(
        offer.sections().get(videoIndex).mid(), inbound ? from.mid() : null, inbound);
    if (!from.rejected()) {
      inlet.wire(connection.inboundVideo(from.mid()));
    }
    if (inbound) {
      listener.sending.accept(sends >= 0);
    }
  }

  private void created(String answer) {
    try {
      connection.setLocalAnswer(answer, () -> answered(answer), listener.broken);
    } catch (RuntimeException | Error e) {
      listener.broken.accept(ErrorWrapping.typed(e));
    }
  }

  private void answered(String answer) {
    current = offer;
    listener.answered.accept(bitrates.remoteDescription(answer));
    goOn();
  }

  /** The offer under way is done with: what has waited for it waits no more. */
  private void goOn() {
    underWay = false;
    if (current == null) {
      return;
    }
    List<IceCandidate> found = new ArrayList<>(unsent);
    unsent.clear();
    found.forEach(listener.candidate);
    apply();
  }

  private void refused(SessionException problem) {
    if (current == null) {
      listener.broken.accept(problem);
    } else {
      listener.refused.accept(problem);
      if (videoIndex >= 0) {
        inlet.wire(connection.inboundVideo(current.sections().get(inboundIndex).mid()));
      }
    }
    goOn();
  }

  private void apply() {
    for (IceCandidate candidate : candidates.drain()) {
      try {
        if (!candidate.candidate().isEmpty()) {
          connection.addCandidate(candidate);
        }
      } catch (CandidateRejected e) {
        listener.refused.accept(e);
      }
    }
  }
}
