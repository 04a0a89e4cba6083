package io.sightline.workflow.definition;

/**
 * A value that the workflow answers with.
 *
 * @param selector what it points to, such as $steps.model.predictions
 * @param rootCoordinates true where detections on a crop are answered in the coordinates of the
 *     whole frame
 */
public record OutputDefinition(String name, String selector, boolean rootCoordinates) {}
