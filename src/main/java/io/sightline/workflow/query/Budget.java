package io.sightline.workflow.query;

import io.sightline.vision.Detections;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/**
 * What one evaluation may spend on elements, characters and digits that it reads or makes. Values
 * that hold the same part many times count it each time, because operations go through it each
 * time. For one thread.
 */
final class Budget {
  private static final int BITS_IN_A_DIGIT = 3;

  private final long limit;
  private long left;

  Budget(long limit) {
    this.limit = limit;
    this.left = limit;
  }

  long left() {
    return left;
  }

  /**
   * @throws QueryException (OperationError) where that is more than is left
   */
  void spend(long amount) {
    left -= amount;
    if (left < 0) {
      throw QueryException.operation(
          null,
          "an evaluation handles more than %d elements, characters and digits in all; use fewer"
                  .formatted(limit)
              + " operations or smaller values");
    }
  }

  /** Spends what going through {@code value} takes. */
  void read(Object value) {
    if (value instanceof String s) {
      spend(1L + s.length());
    } else if (value instanceof List<?> list) {
      spend(1);
      list.forEach(this::read);
    } else if (value instanceof Map<?, ?> map) {
      spend(1);
      map.forEach(
          (key, element) -> {
            read(key);
            read(element);
          });
    } else if (value instanceof BigInteger number) {
      spend(1L + number.bitLength() / BITS_IN_A_DIGIT);
    } else if (value instanceof Detections detections) {
      spend(1L + detections.size());
    } else {
      spend(1);
    }
  }
}
