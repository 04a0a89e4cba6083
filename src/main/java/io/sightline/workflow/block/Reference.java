package io.sightline.workflow.block;

import java.util.Set;

/**
 * A selector in a field's place, or inside the list or map that the field holds.
 *
 * @param kinds what the value may be; empty for a reference to a step
 */
public record Reference(Selector selector, Set<Kind> kinds) {}
