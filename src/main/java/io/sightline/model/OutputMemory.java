package io.sightline.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * The memory of one output of one caller: ONNX Runtime writes it, decoders read floats. For one
 * thread at a time.
 */
final class OutputMemory implements AutoCloseable {
  private final TensorSpec spec;
  private final ByteBuffer raw;
  private final OnnxTensor tensor;
  private final OutputTensor output;
  private Mat halves;
  private Mat floats;

  /**
   * @param spec all sizes known
   */
  OutputMemory(TensorSpec spec) throws OrtException {
    this.spec = spec;
    int elements = spec.elements();
    raw = direct(Math.multiplyExact(elements, spec.type().bytes()));
    FloatBuffer values =
        spec.type() == ElementType.F32
            ? raw.asFloatBuffer()
            : direct(Math.multiplyExact(elements, Float.BYTES)).asFloatBuffer();
    output = new OutputTensor(spec, values);
    tensor = Network.tensor(raw, spec);
    if (spec.type() == ElementType.F16) {
      halves = new Mat(1, elements, opencv_core.CV_16FC1, new BytePointer(raw));
      floats = new Mat(1, elements, opencv_core.CV_32FC1, new FloatPointer(values));
    }
  }

  private static ByteBuffer direct(int bytes) {
    return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
  }

  String name() {
    return spec.name();
  }

  /** What ONNX Runtime writes into. */
  OnnxTensor tensor() {
    return tensor;
  }

  /** What was written, its values as of the last {@link #read}. */
  OutputTensor output() {
    return output;
  }

  /** Makes floats of what was written, where it is anything else. */
  void read() {
    if (halves != null) {
      halves.convertTo(floats, opencv_core.CV_32F);
    } else if (spec.type() != ElementType.F32) {
      for (int i = 0; i < output.values().capacity(); i++) {
        output.values().put(i, spec.type().read(raw, i));
      }
    }
  }

  /** Copies an output that ONNX Runtime has allocated itself. */
  static OutputTensor copy(String name, OnnxTensor tensor) {
    TensorSpec spec = Network.spec(name, tensor.getInfo(), false);
    if (spec.type() == ElementType.F32 || spec.type() == ElementType.F16) {
      return new OutputTensor(spec, tensor.getFloatBuffer());
    }
    ByteBuffer bytes = tensor.getByteBuffer().order(ByteOrder.nativeOrder());
    FloatBuffer values = FloatBuffer.allocate(bytes.capacity() / spec.type().bytes());
    for (int i = 0; i < values.capacity(); i++) {
      values.put(i, spec.type().read(bytes, i));
    }
    return new OutputTensor(spec, values);
  }

  @Override
  public void close() {
    tensor.close();
    if (halves != null) {
      halves.close();
      floats.close();
    }
  }
}
