package io.sightline.workflow.compiler;

import io.sightline.workflow.definition.DefinitionException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The version of Roboflow's execution engine that this one follows. */
public final class EngineVersion {
  /** Documents written for this version and older ones of the same major number run. */
  public static final String CURRENT = "1.15.0";

  private static final Set<Object> EMPTY = Set.of("", false, 0, 0.0, List.of(), Map.of());
  private static final int MAX_LENGTH = 64;
  private static final int[] CURRENT_PARTS = {1, 15, 0};
  private static final String CONTEXT = "workflow_compilation | engine_initialisation";
  private static final Pattern VERSION =
      Pattern.compile(
          "\\s*v?(?:\\d+!)?(\\d{1,9}(?:\\.\\d{1,9}){0,9})"
              + "(?:[-_.]?(?:a|b|c|rc|alpha|beta|pre|preview|post|rev|r|dev)[-_.]?\\d*)*"
              + "(?:\\+[a-z0-9.]+)?\\s*",
          Pattern.CASE_INSENSITIVE);

  private EngineVersion() {}

  /**
   * Checks what a document asks for; nothing and what is empty ask for any version.
   *
   * @throws DefinitionException where it is no version or one that is not here
   */
  public static void check(Object requested) {
    if (EMPTY.contains(requested == null ? "" : requested)) {
      return;
    }
    if (requested instanceof String s && s.length() > MAX_LENGTH) {
      throw unreadable(
          "Workflow definition contains `version` of %d characters, at most %d are allowed"
              .formatted(s.length(), MAX_LENGTH),
          null);
    }
    Matcher matcher =
        requested instanceof String s ? VERSION.matcher(s) : VERSION.matcher("no string");
    if (!matcher.matches()) {
      String text = text(requested);
      String shown = requested instanceof String ? "'" + text + "'" : text;
      throw unreadable(
          "Workflow definition contains `version` defined as `%s` which cannot be parsed as valid"
                  .formatted(text)
              + " version definition. Error details: Invalid version: "
              + shown,
          new IllegalArgumentException("Invalid version: " + shown));
    }
    int[] parts =
        Arrays.stream(matcher.group(1).split("\\.")).mapToInt(Integer::parseInt).toArray();
    if (parts[0] != CURRENT_PARTS[0] || above(parts)) {
      String shown =
          Arrays.stream(parts).mapToObj(String::valueOf).collect(Collectors.joining("."));
      throw new DefinitionException(
          "NotSupportedExecutionEngineError",
          "Workflow definition requested Execution Engine in version: `<%d.0.0,>=%s` which cannot be"
                  .formatted(parts[0] + 1L, shown)
              + " found in existing setup. Available Execution Engines versions: `[<Version('"
              + CURRENT
              + "')>]`.",
          CONTEXT,
          List.of(),
          null);
    }
  }

  private static String text(Object requested) {
    if (requested instanceof Boolean flag) {
      return flag ? "True" : "False";
    }
    return requested.toString();
  }

  private static DefinitionException unreadable(String message, Throwable cause) {
    return new DefinitionException("WorkflowDefinitionError", message, CONTEXT, List.of(), cause);
  }

  private static boolean above(int[] parts) {
    for (int i = 0; i < Math.max(parts.length, CURRENT_PARTS.length); i++) {
      int asked = i < parts.length ? parts[i] : 0;
      int here = i < CURRENT_PARTS.length ? CURRENT_PARTS[i] : 0;
      if (asked != here) {
        return asked > here;
      }
    }
    return false;
  }
}
