package io.sightline.workflow.block;

import java.util.Locale;
import java.util.Map;

record FlagForm() implements Form {
  @Override
  public boolean fits(Object raw) {
    return raw instanceof Boolean;
  }

  @Override
  public Object read(Object raw) {
    if (raw instanceof Boolean) {
      return raw;
    }
    if (raw instanceof Number n && (n.doubleValue() == 0 || n.doubleValue() == 1)) {
      return n.doubleValue() == 1;
    }
    if (raw instanceof String s) {
      switch (s.toLowerCase(Locale.ROOT)) {
        case "true", "t", "yes", "y", "on", "1":
          return true;
        case "false", "f", "no", "n", "off", "0":
          return false;
        default:
          throw new FormException("Input should be a valid boolean, unable to interpret input");
      }
    }
    throw new FormException("Input should be a valid boolean");
  }

  @Override
  public Map<String, Object> schema() {
    return Map.of("type", "boolean");
  }
}
