package io.sightline.http;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Who answers at some paths. Needs no container. The {@link RequestDesk} calls from its threads,
 * several at a time.
 */
public interface HttpDoors {
  /**
   * The methods that are answered at a path; none where nobody answers there.
   *
   * @param path segments, decoded
   */
  Set<String> methodsAt(List<String> path);

  /**
   * Answers a request of a path and a method that are known here, now or later.
   *
   * @param reader gives the request, or throws {@link HttpException}, which is the answer then
   * @param answer is given the answer, exactly once, on any thread
   */
  void answer(Supplier<Call> reader, Consumer<Reply> answer);

  /** Whether a form (multipart/form-data) is taken at a path, not JSON only. */
  default boolean takesForms(List<String> path) {
    return false;
  }

  /** What a request without a valid key is answered with, {@code usual} or in another form. */
  default Reply unauthorised(List<String> path, Reply usual) {
    return usual;
  }
}
