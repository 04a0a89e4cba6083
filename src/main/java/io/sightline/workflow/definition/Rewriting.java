package io.sightline.workflow.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Rewrites the texts in documents, within bounds: an inner workflow can use a long binding or a
 * large default as often as it likes, and the next one around it can do so again.
 */
final class Rewriting {
  private static final long VISITS_A_BYTE = 16;
  private static final long CHARACTERS_A_BYTE = 4;

  /** Characters that a value counts as besides its own. */
  private static final long PART = 16;

  private final int maxBytes;
  private long visits;
  private long characters;

  Rewriting(int maxBytes) {
    this.maxBytes = maxBytes;
    this.visits = VISITS_A_BYTE * maxBytes;
    this.characters = CHARACTERS_A_BYTE * maxBytes;
  }

  /**
   * The value with every text in it rewritten, those in lists and maps, too, but no keys. Parts
   * without a change are the same objects.
   *
   * @throws DefinitionException where inner workflows make too much of the document
   */
  Object map(Object value, Function<String, Object> rewrite) {
    if (--visits < 0) {
      throw tooMuch();
    }
    if (value instanceof String text) {
      Object rewritten = rewrite.apply(text);
      if (!text.equals(rewritten)) {
        made(rewritten);
      }
      return rewritten;
    }
    if (value instanceof List<?> list) {
      boolean changed = false;
      List<Object> rewritten = new ArrayList<>(list.size());
      for (Object element : list) {
        Object made = map(element, rewrite);
        changed |= made != element;
        rewritten.add(made);
      }
      return changed ? rewritten : list;
    }
    if (value instanceof Map<?, ?> map) {
      boolean changed = false;
      Map<Object, Object> rewritten = new LinkedHashMap<>();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        Object made = map(entry.getValue(), rewrite);
        changed |= made != entry.getValue();
        rewritten.put(entry.getKey(), made);
      }
      return changed ? rewritten : map;
    }
    return value;
  }

  /** Counts what stands in the document once more, although it may be the same object. */
  private void made(Object value) {
    characters -= PART + (value instanceof String text ? text.length() : 0);
    if (characters < 0) {
      throw tooMuch();
    }
    if (value instanceof List<?> list) {
      list.forEach(this::made);
    } else if (value instanceof Map<?, ?> map) {
      map.values().forEach(this::made);
    }
  }

  private DefinitionException tooMuch() {
    return DefinitionException.unreadable(
        "Inner workflows make far more than %d bytes of the definition, the most that are allowed"
            .formatted(maxBytes),
        null);
  }
}
