package io.sightline.datachannel;

import java.util.List;

/** Which outputs travel on the data channel (roboflow.md 2.2). */
public record DataOutput(Mode mode, List<String> names) {
  /**
   * None: metadata only. All: everything but direct images. Specific: the names, images as JPEG.
   */
  public enum Mode {
    NONE,
    ALL,
    SPECIFIC
  }

  /** What a client's list asks for; null and [] mean none, exactly ["*"] means all. */
  public static DataOutput of(List<String> requested) {
    throw new UnsupportedOperationException();
  }
}
