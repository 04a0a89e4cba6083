package io.sightline.stream;

import java.time.Instant;

/**
 * Which frame a result is of.
 *
 * @param frameId counts the frames of its source, from 1
 * @param sourceId the source's place in the pipeline, from 0
 */
public record FrameStamp(Instant timestamp, long frameId, Integer sourceId) {}
