package io.sightline.workflow;

import java.util.Map;

/** Checked values of a workflow's parameters, immutable. */
public record Parameters(Map<String, Object> values) {}
