package io.sightline.model.onnx;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** The operators that a model uses, and the functions that it defines. */
final class Operators {
  private static final Set<String> DOMAINS =
      Set.of("", "ai.onnx", "ai.onnx.ml", "com.microsoft", "com.microsoft.nchwc");

  /** Operators that read files, or hold code of a device that nobody has checked. */
  private static final Set<String> REFUSED = Set.of("EPContext", "ATen");

  private static final int MOST_FOREIGN = 10_000;

  private final Set<String> foreign = new TreeSet<>();
  private final Set<String> functions = new HashSet<>();

  void used(String domain, String name) {
    if (REFUSED.contains(name)) {
      throw new OnnxException("its operator '%s' is not allowed here".formatted(name));
    }
    if (!DOMAINS.contains(domain)) {
      add(foreign, domain, name);
    }
  }

  void defined(String domain, String name) {
    add(functions, domain, name);
  }

  private static void add(Set<String> set, String domain, String name) {
    if (set.size() >= MOST_FOREIGN) {
      throw new OnnxException(
          "it has more than %d operators that are not ONNX's".formatted(MOST_FOREIGN));
    }
    set.add(domain + ":" + name);
  }

  void check() {
    foreign.removeAll(functions);
    if (!foreign.isEmpty()) {
      throw new OnnxException(
          "it needs operators of a library of its own (%s); only ONNX's and Microsoft's are here"
              .formatted(String.join(", ", foreign.stream().limit(5).toList())));
    }
  }
}
