package io.sightline.workflow;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Checked values of a workflow's inputs other than the frame, immutable.
 *
 * @param values input name to value, null where an input has none
 */
public record Parameters(Map<String, Object> values) {
  public Parameters {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }
}
