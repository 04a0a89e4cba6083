package io.sightline.model;

import java.nio.FloatBuffer;

/**
 * The numbers of one candidate among those of an output, whichever way the output is laid out:
 * number {@code i} of candidate {@code k} lies at {@code i * step + k * stride}.
 *
 * @param output which of the outputs
 * @param step floats from a number to the next of the same candidate
 * @param stride floats from a candidate to the next
 */
record Rows(int output, int step, int stride) {
  /** An output {@code [1, numbers, candidates]}. */
  static Rows columns(int output, int candidates) {
    return new Rows(output, candidates, 1);
  }

  /** An output {@code [1, candidates, numbers]}. */
  static Rows lines(int output, int numbers) {
    return new Rows(output, 1, numbers);
  }

  float at(FloatBuffer values, int number, int candidate) {
    return values.get(number * step + candidate * stride);
  }
}
