package io.sightline.model;

import java.io.IOException;
import java.io.InputStream;

/** The networks of PP-OCR, from the library that carries them. */
final class TextModels {
  private static final String FINDER = "/models/ch_PP-OCRv4_det_infer.onnx";
  private static final String READER = "/models/ch_PP-OCRv4_rec_infer.onnx";

  private TextModels() {}

  /**
   * @throws ModelException where a file is absent or does not load
   */
  static TextReader load(ModelSettings settings) {
    return TextReader.load(read(FINDER), read(READER), settings);
  }

  private static byte[] read(String path) {
    try (InputStream in = TextModels.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new ModelException("the library with the models for text is absent: " + path);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new ModelException("%s cannot be read: %s".formatted(path, e.getMessage()), e);
    }
  }
}
