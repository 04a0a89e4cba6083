package io.sightline.pipelines;

import io.sightline.http.RequestBody;
import io.sightline.session.IceServer;
import io.sightline.session.OfferOptions;
import io.sightline.session.SessionOffer;
import io.sightline.stream.FrameRateLimit;
import io.sightline.stream.ResultBuffer;
import io.sightline.stream.StreamLimits;
import io.sightline.stream.StreamOptions;
import java.util.List;

/**
 * Reads what the reference calls InitialiseWebRTCPipelinePayload: the client's own video in the
 * place of the sources. Times of the reference's queues are checked and have no effect.
 */
record PeerPayload(SessionOffer offer, PeerResults results) {
  private static final int ANY = Integer.MAX_VALUE;
  private static final int PROBE_MIN = 2;
  private static final int PROBE_MAX = 1000;
  private static final int PROBE = 10;

  /**
   * @throws io.sightline.http.HttpException (422) with everything that is wrong
   */
  static PeerPayload of(RequestBody body, StreamLimits limits) {
    StreamOptions options = new PipelinePayload(limits).read(body);
    Payload payload = new Payload(body);
    body.require("webrtc_offer");
    RequestBody offer = body.inner("webrtc_offer");
    String sdp = null;
    if (offer != null) {
      offer.require("type", "sdp");
      offer.literal("type", "offer");
      sdp = offer.text("sdp");
    }
    body.number("webrtc_peer_timeout");
    body.number("processing_timeout");
    payload.integer("max_consecutive_timeouts", -ANY, ANY, 0);
    payload.integer("min_consecutive_on_time", -ANY, ANY, 0);
    OfferOptions chosen =
        new OfferOptions(
            options.work().definition(),
            options.work().workflowId(),
            options.work().imageInput(),
            options.work().parameters(),
            stream(body.texts("stream_output")),
            body.texts("data_output").stream().limit(1).toList(),
            body.names("webrtc_realtime_processing")
                ? Boolean.valueOf(body.flag("webrtc_realtime_processing"))
                : null,
            relay(body.inner("webrtc_turn_config")),
            payload.positive("webcam_fps"),
            payload.integer("fps_probe_frames", PROBE_MIN, PROBE_MAX, PROBE),
            null,
            null,
            null,
            "plain",
            !options.work().sinks());
    body.check();
    PeerResults results =
        new PeerResults(
            new FrameRateLimit(options.sources().maxFps(), System::nanoTime),
            new ResultBuffer(options.results(), limits.resultBytes()));
    return new PeerPayload(new SessionOffer(sdp, chosen, false, null, results), results);
  }

  /** The first counts; an empty name means any picture, no name at all means no video back. */
  private static List<String> stream(List<String> names) {
    if (names.isEmpty()) {
      return List.of();
    }
    return names.get(0).isEmpty() ? null : names.subList(0, 1);
  }

  private static List<IceServer> relay(RequestBody relay) {
    if (relay == null) {
      return List.of();
    }
    relay.require("urls", "username", "credential");
    List<String> urls =
        relay.value("urls") instanceof String one ? List.of(one) : relay.texts("urls");
    return List.of(new IceServer(urls, relay.text("username"), relay.text("credential")));
  }
}
