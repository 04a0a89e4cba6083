package io.sightline.workflow.block;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

record ChoiceForm(List<String> choices) implements Form {
  @Override
  public boolean fits(Object raw) {
    return raw instanceof String s && choices.contains(s);
  }

  @Override
  public Object read(Object raw) {
    if (fits(raw)) {
      return raw;
    }
    int last = choices.size() - 1;
    String all =
        choices.stream().limit(last).map(c -> "'" + c + "'").collect(Collectors.joining(", "));
    throw new FormException(
        "Input should be " + all + (last == 0 ? "" : " or ") + "'" + choices.get(last) + "'");
  }

  @Override
  public Map<String, Object> schema() {
    return Map.of("type", "string", "enum", choices);
  }
}
