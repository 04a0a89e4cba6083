package io.sightline.workflow.compiler;

import java.util.Set;

/**
 * An output of a graph.
 *
 * @param image true where the value may be a picture
 * @param rootCoordinates true where detections are answered in the coordinates of the whole frame
 * @param ofImages false where the outermost dimension was made by a step and not by the images
 * @param secrets what must not be answered in clear: the output's own name, or where it is all
 *     outputs of a step, the names of some of them
 */
public record OutputNode(
    String name,
    Source source,
    boolean image,
    boolean rootCoordinates,
    boolean ofImages,
    Set<String> secrets) {}
