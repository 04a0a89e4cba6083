package io.sightline.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What some networks want to be told beside the picture. They are told that the picture is as large
 * as their input, so that their boxes come in pixels of it, whichever way the picture was placed
 * there.
 */
enum SideInput {
  /** RT-DETR and D-FINE: width, height. */
  ORIG_TARGET_SIZES {
    @Override
    double value(int index, InputSpec spec) {
      return index == 0 ? spec.width() : spec.height();
    }
  },
  /** PaddleDetection: height, width. */
  IM_SHAPE {
    @Override
    double value(int index, InputSpec spec) {
      return index == 0 ? spec.height() : spec.width();
    }
  },
  /** PaddleDetection: how much the picture was scaled. */
  SCALE_FACTOR {
    @Override
    double value(int index, InputSpec spec) {
      return 1;
    }
  };

  private static final int NUMBERS = 2;

  abstract double value(int index, InputSpec spec);

  /**
   * @throws ModelException where nothing is known of such an input
   */
  static SideInput of(TensorSpec tensor) {
    for (SideInput known : values()) {
      if (known.text().equals(tensor.name().toLowerCase(Locale.ROOT))
          && tensor.width() == NUMBERS
          && tensor.rank() <= 2) {
        return known;
      }
    }
    throw new ModelException(
        "the network wants %s beside the picture, and what to give it is not known; known are %s"
            .formatted(
                tensor,
                Arrays.stream(values())
                    .map(s -> s.text() + "[batch, 2]")
                    .collect(Collectors.joining(", "))));
  }

  private String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The tensor to give, the same in every run; the caller closes it. */
  OnnxTensor tensor(TensorSpec spec, InputSpec input) throws OrtException {
    int count = spec.elements();
    ByteBuffer values =
        ByteBuffer.allocateDirect(count * spec.type().bytes()).order(ByteOrder.nativeOrder());
    for (int i = 0; i < count; i++) {
      double value = value(i % NUMBERS, input);
      switch (spec.type()) {
        case F32 -> values.putFloat((float) value);
        case F64 -> values.putDouble(value);
        case I32 -> values.putInt((int) value);
        case I64 -> values.putLong((long) value);
        default -> throw new ModelException("the input %s is of no known type".formatted(spec));
      }
    }
    return Network.tensor(values.rewind(), spec);
  }
}
