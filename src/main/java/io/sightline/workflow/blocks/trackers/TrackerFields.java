package io.sightline.workflow.blocks.trackers;

import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Form;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;

/** The fields and outputs that trackers share. */
final class TrackerFields {
  static final String DETECTIONS = "detections";
  static final String ACTIVATION = "track_activation_threshold";
  static final String BUFFER = "lost_track_buffer";
  static final String CONSECUTIVE = "minimum_consecutive_frames";
  static final String OVERLAP = "minimum_iou_threshold";
  static final String HIGH = "high_conf_det_threshold";
  static final String CACHE_SIZE = "instances_cache_size";
  static final String TRACKED = "tracked_detections";

  /** What trackers of the trackers library take and give. */
  private static final Kind[] ALL_KINDS = {
    Kind.OBJECT_DETECTION_PREDICTION,
    Kind.INSTANCE_SEGMENTATION_PREDICTION,
    Kind.KEYPOINT_DETECTION_PREDICTION,
    Kind.RLE_INSTANCE_SEGMENTATION_PREDICTION
  };

  /** What a block says of the library that it does as. */
  static final String LIBRARY =
      "as version 2.2 of the trackers library; identities count from 0 for each step";

  private TrackerFields() {}

  static Field image() {
    return image(Forms.reference(Kind.IMAGE));
  }

  /** The same, which only inputs can give. */
  static Field inputImage() {
    return image(Forms.input(Kind.IMAGE));
  }

  private static Field image(Form form) {
    return Field.required("image", "The frame, which tells the video and its rate.", form);
  }

  /** Detections of these kinds; of all that have boxes where none is named. */
  static Field detections(Kind... kinds) {
    return Field.required(
        DETECTIONS,
        "The frame's detections.",
        Forms.reference(kinds.length == 0 ? ALL_KINDS : kinds));
  }

  static Field fraction(String name, double defaultValue, String description) {
    return Field.optional(
        name,
        defaultValue,
        description,
        Forms.number(),
        Forms.nothing(),
        Forms.reference(Kind.FLOAT_ZERO_TO_ONE));
  }

  static Field count(String name, int defaultValue, String description) {
    return Field.optional(
        name,
        defaultValue,
        description,
        Forms.wholeNumber(),
        Forms.nothing(),
        Forms.reference(Kind.INTEGER));
  }

  static Field overlap(double defaultValue) {
    return fraction(OVERLAP, defaultValue, "Least overlap of a detection with its track.");
  }

  static Field consecutive(int defaultValue) {
    return count(CONSECUTIVE, defaultValue, "Sightings until a track has an identity.");
  }

  static Field buffer() {
    return count(
        BUFFER, 30, "How long a lost track is kept, in frames of a video with 30 frames a second.");
  }

  static Field activation(double defaultValue) {
    return fraction(
        ACTIVATION, defaultValue, "Least confidence of a detection that starts a track.");
  }

  static Field high() {
    return fraction(HIGH, 0.6, "Least confidence of a detection that looks for a track first.");
  }

  static Field cacheSize() {
    return Field.optional(
        CACHE_SIZE,
        16384,
        "How many identities are remembered to tell new ones from known ones.",
        Forms.wholeNumber());
  }

  /** A manifest of a tracker of the trackers library up to the detections. */
  static Manifest.Builder manifest(String type, String title, String description) {
    return Manifest.of(type)
        .described(title, "transformation", description)
        .field(image())
        .field(detections());
  }

  static Manifest.Builder outputs(Manifest.Builder manifest) {
    return manifest
        .output(TRACKED, ALL_KINDS)
        .output("new_instances", ALL_KINDS)
        .output("already_seen_instances", ALL_KINDS);
  }
}
