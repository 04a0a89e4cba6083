package io.sightline.model;

import java.util.ArrayList;
import java.util.List;

/**
 * How a network wants a picture's numbers to lie.
 *
 * @param type what the numbers are
 * @param channelsLast the three numbers of a pixel beside each other; else a plane for each channel
 * @param batch pictures a run takes; 0 where the tensor has no dimension for it
 */
record TensorLayout(ElementType type, boolean channelsLast, int batch) {
  static final int CHANNELS = 3;

  /** {@code f32[1, 3, height, width]}. */
  static final TensorLayout PLANES = new TensorLayout(ElementType.F32, false, 1);

  /**
   * @throws ModelException where the tensor holds no pictures of three channels
   */
  static TensorLayout of(TensorSpec tensor) {
    boolean batched = tensor.rank() == 4;
    int channels = batched ? 1 : 0;
    boolean shaped = batched || tensor.rank() == 3;
    boolean first = shaped && tensor.dimension(channels) == CHANNELS;
    boolean last = shaped && tensor.width() == CHANNELS;
    boolean open = shaped && tensor.dimension(channels) < 0;
    if (!first && !last && !open) {
      throw new ModelException(
          "the input must hold pictures of 3 channels, such as f32[1, 3, height, width], not "
              + tensor);
    }
    if (!tensor.type().isPictures()) {
      throw new ModelException(
          "the input must be of 32-bit or 16-bit floats or of unsigned bytes, not " + tensor);
    }
    return new TensorLayout(tensor.type(), last && !first, batched ? tensor.dimension(0) : 0);
  }

  /** The dimension of the picture's height; its width's is the next. */
  int heightAt() {
    return (batch > 0 ? 1 : 0) + (channelsLast ? 0 : 1);
  }

  /** The shape of a tensor for pictures of that size. */
  List<Integer> shape(int width, int height) {
    List<Integer> shape = new ArrayList<>(4);
    if (batch > 0) {
      shape.add(batch);
    }
    if (!channelsLast) {
      shape.add(CHANNELS);
    }
    shape.add(height);
    shape.add(width);
    if (channelsLast) {
      shape.add(CHANNELS);
    }
    return List.copyOf(shape);
  }
}
