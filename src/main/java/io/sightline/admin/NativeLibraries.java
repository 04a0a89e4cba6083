package io.sightline.admin;

import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Up when each library with native code is loaded; says of each one that is not what it lacks. */
final class NativeLibraries implements HealthCheck {
  private final Supplier<Map<String, String>> problems;

  /**
   * @param problems each library's name, with the sentence that says why it does not load, empty
   *     where it does
   */
  NativeLibraries(Supplier<Map<String, String>> problems) {
    this.problems = problems;
  }

  @Override
  public HealthCheckResponse call() {
    Answer answer = new Answer("native libraries");
    problems
        .get()
        .forEach(
            (library, problem) -> {
              answer.with(library, problem.isEmpty() ? "loaded" : problem);
              if (!problem.isEmpty()) {
                answer.down();
              }
            });
    return answer.response();
  }
}
