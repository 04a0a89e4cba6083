package io.sightline.model;

import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The {@link EchoModel} with a computation behind it and any number of pictures at once: each row
 * times a matrix that is nearly the identity.
 */
final class BatchedModel {
  private BatchedModel() {}

  /**
   * @param side of the input, pixels; a negative one is left open
   */
  static byte[] onnx(long side) {
    return onnx(-1, side);
  }

  /** One that takes one picture. */
  static byte[] fixed() {
    return onnx(1, EchoModel.SIDE);
  }

  private static byte[] onnx(long batch, long side) {
    Random random = new Random(1);
    int columns = EchoModel.ANCHORS;
    float[] matrix = new float[columns * columns];
    for (int i = 0; i < matrix.length; i++) {
      matrix[i] = i % (columns + 1) == 0 ? 1 : 1e-6f * random.nextFloat();
    }
    return TinyOnnx.mix(
        List.of(batch, 3L, side, side), 6, matrix, Map.of("names", EchoModel.NAMES));
  }

  static ModelConfig config() {
    return EchoModel.files("echo", onnx(EchoModel.SIDE)).config();
  }

  /** Four callers. */
  static ModelSettings settings(int most, long delayNanos) {
    return new ModelSettings(
        "echo", 4, 1, 3, null, 1 << 30, Providers.CPU, new Batching(most, delayNanos));
  }
}
