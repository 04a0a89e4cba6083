package io.sightline.session;

import io.sightline.datachannel.ResultChannel;
import io.sightline.media.capture.CaptureException;
import io.sightline.media.capture.SourceNotAllowed;
import io.sightline.media.capture.SourcePolicy;
import io.sightline.media.capture.VideoOrigin;
import io.sightline.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What holds where an offer says nothing, and the bounds of what it may say.
 *
 * @param life longest life of a session
 * @param iceServers this server's own
 * @param sources what the server may capture itself
 */
record SessionDefaults(
    boolean realtime,
    int fpsProbeFrames,
    Duration life,
    OwnIceServers iceServers,
    SourcePolicy sources) {
  /** Roboflow's default name of the input that frames feed. */
  static final String IMAGE_INPUT = "image";

  private static final int NAMES_MAX = 64;
  private static final int NAME_MAX = 256;
  private static final double FPS_MAX = 1000;
  private static final double MILLIS = 1000;
  private static final int PROBE_MIN = 2;
  private static final int PROBE_MAX = 1000;

  static SessionDefaults of(Settings s) {
    return new SessionDefaults(
        s.flag("sightline.pipeline.realtime"),
        s.integer("sightline.pipeline.fps.probe.frames", PROBE_MIN, PROBE_MAX),
        s.seconds("sightline.session.time.limit", 1, 604_800),
        OwnIceServers.of(s),
        new SourcePolicy(s));
  }

  /**
   * Checks an offer's options.
   *
   * @throws ConfigurationRejected naming the option and what it accepts
   * @throws SourceRejected where the administrator does not permit the source
   */
  SessionPlan plan(OfferOptions o) {
    checkNames("stream_output", o.streamOutput());
    checkNames("data_output", o.dataOutput());
    List<String> stream = o.streamOutput() == null ? null : named(o.streamOutput());
    return new SessionPlan(
        origin(o),
        o.workflowDefinition(),
        o.workflowId(),
        imageInput(o.imageInput()),
        o.parameters(),
        stream,
        stream == null || !stream.isEmpty(),
        o.dataOutput() == null ? List.of() : named(o.dataOutput()),
        o.realtime() == null ? realtime : o.realtime(),
        iceServers.with(o.iceServers()),
        fps(o.declaredFps()),
        probeFrames(o.fpsProbeFrames()),
        life(o.processingTimeout(), o.started()),
        format(o.dataFormat()),
        !Boolean.TRUE.equals(o.disableSinks()));
  }

  /** Of two sources the one over RTSP counts, as in the reference. */
  private VideoOrigin origin(OfferOptions o) {
    try {
      if (o.rtspUrl() != null) {
        return sources.rtsp(o.rtspUrl());
      }
      return o.mjpegUrl() == null ? null : sources.mjpeg(o.mjpegUrl());
    } catch (SourceNotAllowed e) {
      throw new SourceRejected(e);
    } catch (CaptureException e) {
      throw new ConfigurationRejected(e.getMessage(), e);
    }
  }

  static void checkNames(String option, List<String> names) {
    if (names == null) {
      return;
    }
    if (names.size() > NAMES_MAX || names.stream().anyMatch(n -> n.length() > NAME_MAX)) {
      throw new ConfigurationRejected(
          "'%s' has at most %d names of at most %d characters"
              .formatted(option, NAMES_MAX, NAME_MAX));
    }
  }

  private static List<String> named(List<String> names) {
    return names.stream().filter(n -> !n.isEmpty()).toList();
  }

  private static String imageInput(String name) {
    if (name == null) {
      return IMAGE_INPUT;
    }
    if (name.isBlank() || name.length() > NAME_MAX) {
      throw new ConfigurationRejected(
          "'image_input_name' must have 1 to %d characters, not %d"
              .formatted(NAME_MAX, name.length()));
    }
    return name;
  }

  private static Double fps(Double fps) {
    if (fps != null && !(fps > 0 && fps <= FPS_MAX)) {
      throw new ConfigurationRejected(
          "'declared_fps' must be above 0 and at most %.0f frames a second, not %s"
              .formatted(FPS_MAX, fps));
    }
    return fps;
  }

  private int probeFrames(Integer frames) {
    if (frames == null) {
      return fpsProbeFrames;
    }
    if (frames < PROBE_MIN || frames > PROBE_MAX) {
      throw new ConfigurationRejected(
          "'fps_probe_frames' must be %d to %d, not %d".formatted(PROBE_MIN, PROBE_MAX, frames));
    }
    return frames;
  }

  /** What is left of the time: none where it is over already, at most the server's own limit. */
  private Duration life(Double seconds, Instant started) {
    if (seconds == null && started == null) {
      return life;
    }
    double whole = seconds == null ? millis(life) : seconds * MILLIS;
    if (!(whole > 0)) {
      throw new ConfigurationRejected(
          "'processing_timeout' must be above 0 seconds, not " + seconds);
    }
    double spent = started == null ? 0 : millis(Duration.between(started, Instant.now()));
    return Duration.ofMillis(Math.round(Math.max(0, Math.min(whole - spent, millis(life)))));
  }

  /** Of any two moments: as a whole number it might overflow. */
  private static double millis(Duration duration) {
    return duration.getSeconds() * MILLIS + duration.toMillisPart();
  }

  private static ResultChannel.Format format(String name) {
    return switch (name == null ? "chunked" : name) {
      case "chunked" -> ResultChannel.Format.CHUNKED;
      case "text" -> ResultChannel.Format.TEXT;
      case "plain" -> ResultChannel.Format.PLAIN;
      default ->
          throw new ConfigurationRejected(
              "'data_format' must be \"chunked\", \"text\" or \"plain\", not '%s'"
                  .formatted(Excerpt.of(name)));
    };
  }
}
