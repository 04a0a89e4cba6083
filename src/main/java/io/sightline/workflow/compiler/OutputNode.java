package io.sightline.workflow.compiler;

/**
 * An output of a graph.
 *
 * @param image true where the value may be a picture
 * @param rootCoordinates true where detections are answered in the coordinates of the whole frame
 * @param ofImages false where the outermost dimension was made by a step and not by the images
 */
public record OutputNode(
    String name, Source source, boolean image, boolean rootCoordinates, boolean ofImages) {}
