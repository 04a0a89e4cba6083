package io.sightline.model;

import ai.onnxruntime.OnnxJavaType;
import java.nio.ByteBuffer;
import java.util.Locale;
import org.bytedeco.opencv.global.opencv_core;

/** What a tensor's numbers are. */
enum ElementType {
  F32("float32", OnnxJavaType.FLOAT, Float.BYTES, opencv_core.CV_32F),
  F16("float16", OnnxJavaType.FLOAT16, Short.BYTES, opencv_core.CV_16F),
  F64("float64", OnnxJavaType.DOUBLE, Double.BYTES, opencv_core.CV_64F),
  U8("uint8", OnnxJavaType.UINT8, 1, opencv_core.CV_8U),
  I8("int8", OnnxJavaType.INT8, 1, opencv_core.CV_8S),
  I32("int32", OnnxJavaType.INT32, Integer.BYTES, opencv_core.CV_32S),
  I64("int64", OnnxJavaType.INT64, Long.BYTES, -1),
  BOOL("bool", OnnxJavaType.BOOL, 1, opencv_core.CV_8U);

  private final String text;
  private final OnnxJavaType ort;
  private final int bytes;
  private final int depth;

  ElementType(String text, OnnxJavaType ort, int bytes, int depth) {
    this.text = text;
    this.ort = ort;
    this.bytes = bytes;
    this.depth = depth;
  }

  /** Null where it is none that is known here. */
  static ElementType of(OnnxJavaType type) {
    for (ElementType known : values()) {
      if (known.ort == type) {
        return known;
      }
    }
    return null;
  }

  /** As numpy and ONNX name it. */
  String text() {
    return text;
  }

  OnnxJavaType ort() {
    return ort;
  }

  /** Bytes of one number. */
  int bytes() {
    return bytes;
  }

  /** OpenCV's code; -1 where OpenCV has none. */
  int depth() {
    return depth;
  }

  /** True where a picture can be fed as these. */
  boolean isPictures() {
    return this == F32 || this == F16 || this == U8;
  }

  /** Number {@code index} of {@code raw}; 16-bit floats are read by OpenCV instead. */
  float read(ByteBuffer raw, int index) {
    return switch (this) {
      case F32 -> raw.getFloat(index * bytes);
      case F64 -> (float) raw.getDouble(index * bytes);
      case U8, BOOL -> raw.get(index) & 0xff;
      case I8 -> raw.get(index);
      case I32 -> raw.getInt(index * bytes);
      case I64 -> raw.getLong(index * bytes);
      case F16 -> throw new IllegalStateException("16-bit floats are not read one by one");
    };
  }

  @Override
  public String toString() {
    return this == BOOL ? "bool" : name().toLowerCase(Locale.ROOT);
  }
}
