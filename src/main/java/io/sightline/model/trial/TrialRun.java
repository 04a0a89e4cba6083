package io.sightline.model.trial;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs a network on pictures of nothing, which is enough to see what it takes. What cannot be fed
 * is not run: who loads it will say why.
 */
final class TrialRun {
  private static final int MOST_SIDE = 8192;
  private static final Pattern SIZE = Pattern.compile("\\[\\s*(\\d{1,5})\\s*,\\s*(\\d{1,5})");
  private static final Pattern NO_MEMORY =
      Pattern.compile(
          "bad_?\\s?alloc|failed to allocate|out of memory|cannot allocate|length_error"
              + "|vector::_M|integer overflow",
          Pattern.CASE_INSENSITIVE);

  /** Bytes that make numbers of each type when they are repeated: 0 and a small one above it. */
  private static final byte[] LEVELS = {0, 0x3e};

  private final OrtEnvironment environment;
  private final OrtSession network;
  private final int width;
  private final int height;

  /**
   * @param width pixels where the network and its metadata leave them open, 0 where nobody says
   * @param height as {@code width}
   */
  TrialRun(OrtEnvironment environment, OrtSession network, int width, int height)
      throws OrtException {
    this.environment = environment;
    this.network = network;
    Map<String, String> metadata = network.getMetadata().getCustomMetadata();
    Matcher said = SIZE.matcher(metadata.getOrDefault("imgsz", ""));
    boolean found = said.find();
    this.height = found ? Integer.parseInt(said.group(1)) : height;
    this.width = found ? Integer.parseInt(said.group(2)) : width;
  }

  /**
   * @param most pictures at once
   * @throws OrtException where there is not the memory for it; other failures are passed over
   */
  void run(int most) throws OrtException {
    for (byte level : LEVELS) {
      run(1, level);
    }
    if (most > 1) {
      run(most, LEVELS[0]);
    }
  }

  private void run(int pictures, byte level) throws OrtException {
    Map<String, OnnxTensor> inputs = new HashMap<>();
    try {
      for (NodeInfo node : network.getInputInfo().values()) {
        OnnxTensor tensor = tensor(node, pictures, level);
        if (tensor == null) {
          return;
        }
        inputs.put(node.getName(), tensor);
      }
      network.run(inputs).close();
    } catch (OrtException e) {
      if (isShortOfMemory(String.valueOf(e.getMessage()))) {
        throw e;
      }
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  static boolean isShortOfMemory(String reason) {
    return NO_MEMORY.matcher(reason).find();
  }

  /** Null where it cannot be fed. */
  private OnnxTensor tensor(NodeInfo node, int pictures, byte level) throws OrtException {
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
