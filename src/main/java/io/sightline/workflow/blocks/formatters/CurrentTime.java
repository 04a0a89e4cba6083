package io.sightline.workflow.blocks.formatters;

import io.sightline.vision.Moments;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Tells the time in a time zone. */
final class CurrentTime implements Block {
  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        Manifest.of("roboflow_core/current_time@v1")
            .described("Current Time", "formatter", "The date and the time in a time zone.")
            .field(
                Field.optional(
                    "timezone",
                    "UTC",
                    "The time zone's name.",
                    Forms.oneOf(ZONES.toArray(String[]::new)),
                    Forms.reference(Kind.STRING)))
            .output("timestamp", Kind.TIMESTAMP)
            .output("iso_string", Kind.STRING)
            .output("date", Kind.STRING)
            .output("time", Kind.STRING)
            .build();

    public V1() {
      super(MANIFEST, context -> new CurrentTime(Clock.systemUTC()));
    }
  }

  private static final List<String> ZONES =
      List.of(
          """
          Etc/GMT+12 Pacific/Pago_Pago Pacific/Honolulu Pacific/Marquesas America/Anchorage
          Pacific/Gambier America/Los_Angeles America/Denver America/Phoenix America/Chicago
          America/Mexico_City America/New_York America/Bogota America/Halifax America/Puerto_Rico
          America/St_Johns America/Sao_Paulo Atlantic/South_Georgia Atlantic/Azores
          Atlantic/Cape_Verde UTC Europe/London Europe/Berlin Africa/Lagos Europe/Kyiv
          Africa/Cairo Africa/Johannesburg Europe/Moscow Europe/Istanbul Africa/Nairobi
          Asia/Tehran Asia/Dubai Asia/Kabul Asia/Karachi Asia/Kolkata Asia/Kathmandu Asia/Dhaka
          Asia/Yangon Asia/Bangkok Asia/Shanghai Australia/Eucla Asia/Tokyo Australia/Darwin
          Australia/Adelaide Australia/Sydney Pacific/Port_Moresby Australia/Lord_Howe
          Pacific/Guadalcanal Pacific/Norfolk Pacific/Fiji Pacific/Auckland Pacific/Chatham
          Pacific/Tongatapu Pacific/Apia Pacific/Kiritimati\
          """
              .split("\\s+"));
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  private final Clock clock;

  CurrentTime(Clock clock) {
    this.clock = clock;
  }

  @Override
  public BlockResult run(StepInput input) {
    String zone = input.text("timezone");
    if (!ZONES.contains(zone)) {
      throw unknown("unsupported", zone);
    }
    try {
      OffsetDateTime now =
          OffsetDateTime.ofInstant(clock.instant().truncatedTo(ChronoUnit.MICROS), ZoneId.of(zone));
      return BlockResult.of(now, Moments.text(now), DATE.format(now), TIME.format(now));
    } catch (DateTimeException e) {
      throw unknown("unknown", zone);
    }
  }

  private static BlockException unknown(String how, String zone) {
    return new BlockException(
        "`roboflow_core/current_time@v1` received %s timezone '%s'. Provide one of the curated"
                .formatted(how, zone)
            + " timezone options shown in the block dropdown.");
  }
}
