package io.sightline.workflow.blocks.analytics;

import io.sightline.workflow.block.BlockException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Zones as documents write them: one list of points, or a list of such lists. */
final class ZoneLists {
  private static final int MIN_POINTS = 3;
  private static final int MAX_DEPTH = 3;
  private static final String ADVICE =
      " If you created the `zone` input manually, verify it's correctness. If the input is"
          + " constructed by another Workflow block - raise an issue:"
          + " https://github.com/roboflow/inference/issues";

  private ZoneLists() {}

  /**
   * The corners of a single zone.
   *
   * @param block names the block in errors
   */
  static List<double[][]> single(Object raw, String block) {
    if (!(raw instanceof List<?> zone) || zone.size() < MIN_POINTS) {
      throw tooFew(block);
    }
    return Collections.singletonList(AnalyticsFields.points(zone, "zone", block));
  }

  /** The corners of a single zone or of several. */
  static List<double[][]> several(Object raw, String block) {
    List<?> zones = depth(raw, 0) == 2 ? List.of(raw) : raw instanceof List<?> l ? l : List.of();
    if (!zones.isEmpty()
        && (!(zones.get(0) instanceof List<?> first) || first.size() < MIN_POINTS)) {
      throw tooFew(block);
    }
    List<double[][]> all = new ArrayList<>(zones.size());
    for (Object zone : zones) {
      all.add(AnalyticsFields.points((List<?>) zone, "zone", block));
    }
    return all;
  }

  private static BlockException tooFew(String block) {
    return new BlockException(block + " requires zone to be a list containing more than 2 points");
  }

  /** How deep the lists are nested, the same everywhere. */
  private static int depth(Object value, int around) {
    if (!(value instanceof List<?> list)) {
      return around;
    }
    if (around >= MAX_DEPTH) {
      throw new BlockException(
          "While processing polygon zone detected an instance of the zone which is invalid, as the"
              + " input is nested beyond limits - the block supports single and multiple lists of"
              + " zone points."
              + ADVICE);
    }
    int common = -1;
    for (Object element : list) {
      int depth = depth(element, around + 1);
      if (common >= 0 && depth != common) {
        throw new BlockException(
            "While processing polygon zone detected an instance of the zone which is invalid, as"
                + " the input is nested in irregular way."
                + ADVICE);
      }
      common = depth;
    }
    return common < 0 ? around + 1 : common;
  }
}
