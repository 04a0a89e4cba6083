package io.sightline.model.trial;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.TensorInfo;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Makes pictures of nothing, and sizes for what else a network wants to know. */
final class EmptyInputs {
  private static final int MOST_SIDE = 8192;

  private final OrtEnvironment environment;
  private final int width;
  private final int height;

  /**
   * @param width pixels where the network leaves them open, 0 where nobody says
   * @param height as {@code width}
   */
  EmptyInputs(OrtEnvironment environment, int width, int height) {
    this.environment = environment;
    this.width = width;
    this.height = height;
  }

  /**
   * What an input is fed, the caller's to close; null where it cannot be fed.
   *
   * @param pictures at once, where the network leaves that open
   * @param level byte that is repeated
   */
  OnnxTensor tensor(NodeInfo node, int pictures, byte level) throws OrtException {
    if (!(node.getInfo() instanceof TensorInfo info)
        || info.type == OnnxJavaType.STRING
        || info.type == OnnxJavaType.UNKNOWN) {
      return null;
    }
    long[] shape = shape(info.getShape(), pictures);
    long bytes = info.type.size;
    for (long dimension : shape) {
      if (dimension < 1 || bytes > Integer.MAX_VALUE / dimension) {
        return null;
      }
      bytes *= dimension;
    }
    ByteBuffer values = ByteBuffer.allocateDirect((int) bytes).order(ByteOrder.nativeOrder());
    fill(values, info, level);
    return OnnxTensor.createTensor(environment, values.rewind(), shape, info.type);
  }

  /** Open sizes filled in: the first is how many, the others are sides of a picture. */
  private long[] shape(long[] stated, int pictures) {
    long[] shape = stated.clone();
    boolean channelsLast = shape.length > 2 && shape[shape.length - 1] == 3;
    int heightAt = shape.length - (channelsLast ? 3 : 2);
    for (int i = 0; i < shape.length; i++) {
      if (shape[i] < 0) {
        boolean side = shape.length > 2 && (i == heightAt || i == heightAt + 1);
        shape[i] = side ? bounded(i == heightAt ? height : width) : i == 0 ? pictures : 1;
      }
    }
    return shape;
  }

  private static long bounded(int side) {
    return side > MOST_SIDE ? 0 : side;
  }

  /** What is no picture is told a size. */
  private void fill(ByteBuffer values, TensorInfo info, byte level) {
    boolean side = info.getShape().length < 3;
    int size = Math.max(1, Math.max(width, height));
    while (values.hasRemaining()) {
      if (!side) {
        values.put(level);
      } else if (info.type == OnnxJavaType.FLOAT) {
        values.putFloat(1);
      } else if (info.type == OnnxJavaType.DOUBLE) {
        values.putDouble(1);
      } else if (info.type == OnnxJavaType.INT32) {
        values.putInt(size);
      } else if (info.type == OnnxJavaType.INT64) {
        values.putLong(size);
      } else {
        values.put((byte) 1);
      }
    }
  }
}
