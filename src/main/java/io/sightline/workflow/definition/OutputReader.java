package io.sightline.workflow.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the outputs of a document. */
final class OutputReader {
  private final Faults faults;

  OutputReader(Faults faults) {
    this.faults = faults;
  }

  List<OutputDefinition> read(Map<?, ?> document) {
    List<?> list = faults.list(document, "outputs");
    List<OutputDefinition> outputs = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      String location = "outputs." + i;
      Map<String, Object> object = faults.object(list.get(i), location);
      if (object == null) {
        continue;
      }
      if (!object.containsKey("type")) {
        faults.add(location + ".type", Faults.REQUIRED);
      } else if (!"JsonField".equals(object.get("type"))) {
        faults.add(location + ".type", "Input should be 'JsonField'");
      }
      String name = faults.string(object, "name", location);
      String selector = faults.string(object, "selector", location);
      Object system = object.getOrDefault("coordinates_system", "parent");
      if (!"parent".equals(system) && !"own".equals(system)) {
        faults.add(location + ".coordinates_system", "Input should be 'own' or 'parent'");
      }
      outputs.add(new OutputDefinition(name, selector, "parent".equals(system)));
    }
    return outputs;
  }
}
