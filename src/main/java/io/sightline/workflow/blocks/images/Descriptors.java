package io.sightline.workflow.blocks.images;

import io.sightline.workflow.block.BlockException;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/** Descriptors that another step or a request hands in, as native numbers. */
final class Descriptors {
  private static final int MAX_LENGTH = 1024;

  private Descriptors() {}

  /**
   * @param field whose value it is
   * @param value lists of numbers, all of one length; null for none
   * @return one row for each, which the caller closes
   * @throws BlockException where it is something else
   */
  static Mat read(String field, Object value) {
    if (value == null || value instanceof List<?> none && none.isEmpty()) {
      return new Mat();
    }
    if (!(value instanceof List<?> rows)
        || !(rows.get(0) instanceof List<?> first)
        || first.isEmpty()
        || first.size() > MAX_LENGTH
        || rows.size() > Features.MAX_COUNT) {
      throw wrong(field);
    }
    float[] known = value instanceof NumberArray array ? array.floats() : null;
    float[] numbers = known == null ? numbers(field, rows, first.size()) : known;
    Mat mat = new Mat(rows.size(), first.size(), opencv_core.CV_32FC1);
    try (FloatPointer data = new FloatPointer(mat.data())) {
      data.put(numbers);
    }
    return mat;
  }

  private static float[] numbers(String field, List<?> rows, int length) {
    float[] numbers = new float[rows.size() * length];
    int at = 0;
    for (Object row : rows) {
      if (!(row instanceof List<?> list) || list.size() != length) {
        throw wrong(field);
      }
      for (Object number : list) {
        if (!(number instanceof Number n)) {
          throw wrong(field);
        }
        numbers[at++] = n.floatValue();
      }
    }
    return numbers;
  }

  private static BlockException wrong(String field) {
    return new BlockException(
        "%s must be up to %d lists of 1 to %d numbers, all of one length"
            .formatted(field, Features.MAX_COUNT, MAX_LENGTH));
  }
}
