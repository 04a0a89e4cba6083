package io.sightline.workflow.blocks.analytics;

import io.sightline.vision.Attribute;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.VideoMetadata;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;
import io.sightline.workflow.blocks.Recent;
import java.util.ArrayList;
import java.util.List;

/** Tells for how long tracks have been in a zone. */
final class TimeInZone implements Block {
  private static final long MICROS = 1_000_000;

  private final int version;
  private final String name;
  private final Watches watches = new Watches();

  /** When the tracks of each video came into the zone, seconds. */
  private final Recent<String, Recent<Integer, Double>> arrivals = Recent.videos();

  private TimeInZone(int version) {
    this.version = version;
    this.name = "TimeInZoneBlockV" + version;
  }

  private static Manifest manifest(int version, List<Field> source, String zone) {
    return Manifest.of("roboflow_core/time_in_zone@v" + version)
        .described("Time in Zone", "analytics", "Measures how long tracked objects are in a zone.")
        .fields(source)
        .field(AnalyticsFields.detections())
        .field(AnalyticsFields.points("zone", zone))
        .field(AnalyticsFields.anchor())
        .field(
            Field.flag(
                "remove_out_of_zone_detections", true, "Whether those outside are left out."))
        .field(
            Field.flag(
                "reset_out_of_zone_detections",
                true,
                "Whether the time of those that leave starts anew."))
        .output("timed_detections", AnalyticsFields.DETECTIONS)
        .build();
  }

  /** Version 1, which is told the video's metadata. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        TimeInZone.manifest(
            1,
            List.of(AnalyticsFields.anyImage(), AnalyticsFields.metadata()),
            "At least three corners of the zone.");

    public V1() {
      super(MANIFEST, context -> new TimeInZone(1));
    }
  }

  /** Version 2. */
  public static final class V2 extends DeclaredType {
    private static final Manifest MANIFEST =
        TimeInZone.manifest(
            2, List.of(AnalyticsFields.image()), "At least three corners of the zone.");

    public V2() {
      super(MANIFEST, context -> new TimeInZone(2));
    }
  }

  /** Version 3, which takes several zones, other ones with each frame. */
  public static final class V3 extends DeclaredType {
    private static final Manifest MANIFEST =
        TimeInZone.manifest(
            3,
            List.of(AnalyticsFields.image()),
            "At least three corners of the zone, or a list of such zones.");

    public V3() {
      super(MANIFEST, context -> new TimeInZone(3));
    }
  }

  @Override
  public BlockResult run(StepInput input) {
    Detections detections = AnalyticsFields.tracked(input, name);
    VideoMetadata video = AnalyticsFields.video(input, version == 1);
    Object zone = input.value("zone");
    Watch watch =
        watches.of(
            video.videoIdentifier(),
            version == 3 ? zone : null,
            () -> version == 3 ? ZoneLists.several(zone, name) : ZoneLists.single(zone, name),
            input.text("triggering_anchor"));
    boolean remove = input.flag("remove_out_of_zone_detections");
    boolean reset = input.flag("reset_out_of_zone_detections");
    Recent<Integer, Double> since =
        arrivals.computeIfAbsent(video.videoIdentifier(), v -> Recent.tracks());
    double now = seconds(video);
    List<Detection> timed = new ArrayList<>(detections.size());
    for (Detection detection : detections) {
      boolean inside = watch.sees(detection);
      if (!inside && (reset || !remove)) {
        since.remove(detection.trackerId());
      }
      if (inside || !remove) {
        double time = inside ? now - arrival(since, detection.trackerId(), now) : 0;
        timed.add(detection.with(Attribute.TIME_IN_ZONE, time));
      }
    }
    return BlockResult.of(detections.with(timed));
  }

  private static double arrival(Recent<Integer, Double> since, Integer track, double now) {
    Double known = since.get(track);
    if (known == null) {
      since.put(track, now);
      return now;
    }
    return known;
  }

  /** Of a file by the frames that went by, otherwise since 1970. */
  private static double seconds(VideoMetadata video) {
    boolean file = Boolean.TRUE.equals(video.comesFromVideoFile());
    if (file && video.fps() != null && video.fps() != 0) {
      return video.frameNumber() / video.fps();
    }
    long seconds = video.frameTimestamp().getEpochSecond();
    return (seconds * MICROS + video.frameTimestamp().getNano() / 1000) / (double) MICROS;
  }
}
