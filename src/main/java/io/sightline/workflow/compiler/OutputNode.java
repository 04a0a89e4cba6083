package io.sightline.workflow.compiler;

import java.util.List;
import java.util.Map;

/**
 * An output of a graph.
 *
 * @param rootCoordinates true where detections are answered in the coordinates of the whole frame
 * @param ofImages false where the outermost dimension was made by a step and not by the images
 * @param wholeStep true where the value is a map of all outputs of a step
 * @param kinds names of the kinds that the value may have, under the output's own name; of a whole
 *     step, those of each of its outputs under their names
 */
public record OutputNode(
    String name,
    Source source,
    boolean rootCoordinates,
    boolean ofImages,
    boolean wholeStep,
    Map<String, List<String>> kinds) {
  private static final String IMAGE = "image";
  private static final String SECRET = "secret";

  /** True where the value may be a picture. */
  public boolean image() {
    return !wholeStep && kinds.get(name).contains(IMAGE);
  }

  /** True where the value, or the part of it that is named so, must not be answered in clear. */
  public boolean secret(String part) {
    return kinds.getOrDefault(part, List.of()).contains(SECRET);
  }
}
