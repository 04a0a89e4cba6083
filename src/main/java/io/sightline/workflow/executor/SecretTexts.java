package io.sightline.workflow.executor;

import io.sightline.workflow.block.Batch;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.compiler.ExecutionGraph;
import io.sightline.workflow.compiler.InputNode;
import io.sightline.workflow.compiler.StepNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The secrets of a run, which messages about its failures must not tell. */
final class SecretTexts {
  /** Shorter ones stand in any message by chance. */
  private static final int MIN_LENGTH = 4;

  private static final int MAX_DEPTH = 100;
  private static final String STARS = "********";

  private final Set<String> texts = new LinkedHashSet<>();

  /** What a graph's inputs and steps have given so far that is of the kind of secrets. */
  static SecretTexts of(ExecutionGraph graph, Slots slots) {
    SecretTexts all = new SecretTexts();
    for (InputNode input : graph.inputs()) {
      if (input.kinds().contains(Kind.SECRET.name())) {
        all.add(slots.input(input.index()));
      }
    }
    for (StepNode step : graph.steps()) {
      for (int i = 0; i < step.outputs().size(); i++) {
        if (step.outputs().get(i).kinds().contains(Kind.SECRET)) {
          all.add(slots.output(step.index(), i));
        }
      }
    }
    return all;
  }

  /** Adds a value and, of lists and maps, what they hold. */
  SecretTexts add(Object value) {
    add(value, MAX_DEPTH);
    return this;
  }

  private void add(Object value, int depth) {
    if (depth == 0) {
      return;
    }
    if (value instanceof Batch batch) {
      batch.asList().forEach(v -> add(v, depth - 1));
    } else if (value instanceof List<?> list) {
      list.forEach(v -> add(v, depth - 1));
    } else if (value instanceof Map<?, ?> map) {
      map.values().forEach(v -> add(v, depth - 1));
    } else if (value instanceof String || value instanceof Number) {
      String text = value.toString();
      if (text.length() >= MIN_LENGTH) {
        texts.add(text);
      }
    }
  }

  /** The message with stars in the place of each secret. */
  String cover(String message) {
    String covered = message;
    for (String text : texts) {
      covered = covered.replace(text, STARS);
    }
    return covered;
  }

  /** The failure itself where neither it nor its causes tell a secret, else one that tells none. */
  Throwable cover(Throwable failure) {
    for (String message : messages(failure)) {
      if (!cover(message).equals(message)) {
        String safe = cover(failure.getMessage() == null ? "" : failure.getMessage());
        return failure instanceof BlockException typed
            ? new BlockException(
                typed.errorType(), safe, cover(typed.context()), typed.innerType(), null)
            : new BlockException(safe);
      }
    }
    return failure;
  }

  private static List<String> messages(Throwable failure) {
    List<String> messages = new ArrayList<>();
    Throwable part = failure;
    for (int i = 0; part != null && i < MAX_DEPTH; i++, part = part.getCause()) {
      if (part.getMessage() != null) {
        messages.add(part.getMessage());
      }
      if (part instanceof BlockException typed && typed.context() != null) {
        messages.add(typed.context());
      }
    }
    return messages;
  }
}
