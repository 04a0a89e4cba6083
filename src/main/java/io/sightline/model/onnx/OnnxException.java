package io.sightline.model.onnx;

/** A file is no ONNX model, or asks for what is not allowed here. */
public class OnnxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OnnxException(String message) {
    super(message);
  }
}
