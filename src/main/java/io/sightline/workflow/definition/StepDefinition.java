package io.sightline.workflow.definition;

import java.util.Map;

/**
 * A use of a block.
 *
 * @param index place in the document's list
 * @param name null where the document gives none
 * @param type the block's type as written, null where the document gives none
 * @param fields everything that the document says about the step: strings, numbers, booleans,
 *     lists, maps and nulls
 */
public record StepDefinition(int index, String name, String type, Map<String, Object> fields) {}
