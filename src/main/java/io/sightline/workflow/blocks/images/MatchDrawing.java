package io.sightline.workflow.blocks.images;

import io.sightline.vision.Image;
import io.sightline.workflow.block.StepInput;
import java.util.List;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_features2d;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.ByteVectorVector;
import org.bytedeco.opencv.opencv_core.DMatch;
import org.bytedeco.opencv.opencv_core.DMatchVector;
import org.bytedeco.opencv.opencv_core.DMatchVectorVector;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

/** Two pictures side by side, places that are the same connected. */
final class MatchDrawing {
  private static final int ALL_POINTS = 0;
  private static final int NO_SINGLE_POINTS = 2;
  private static final int SEED = 1;

  private MatchDrawing() {}

  /**
   * @param colorful in any colours, single places left out; otherwise green, single places red
   */
  static Image draw(
      StepInput input,
      ComparedSide first,
      ComparedSide second,
      List<Matches.Pair> pairs,
      boolean colorful) {
    int width = first.image().width() + second.image().width();
    int height = Math.max(first.image().height(), second.image().height());
    Image drawn = Pictures.create(input, first.image(), width, height, 3);
    try (DMatchVectorVector matches = vectors(pairs);
        Mat left = color(first.image());
        Mat right = color(second.image());
        ByteVectorVector all = new ByteVectorVector();
        Scalar line = colorful ? Scalar.all(-1) : new Scalar(0, 255, 0, 0);
        Scalar single = colorful ? Scalar.all(-1) : new Scalar(0, 0, 255, 0)) {
      opencv_core.setRNGSeed(SEED);
      opencv_features2d.drawMatchesKnn(
          left,
          first.features().points(),
          right,
          second.features().points(),
          matches,
          drawn.pixels(),
          line,
          single,
          all,
          colorful ? NO_SINGLE_POINTS : ALL_POINTS);
    }
    return drawn;
  }

  private static Mat color(Image image) {
    if (image.channels() == 3) {
      return new Mat(image.pixels());
    }
    Mat color = new Mat();
    opencv_imgproc.cvtColor(image.pixels(), color, opencv_imgproc.COLOR_GRAY2BGR);
    return color;
  }

  private static DMatchVectorVector vectors(List<Matches.Pair> pairs) {
    DMatchVector[] vectors = new DMatchVector[pairs.size()];
    for (int i = 0; i < vectors.length; i++) {
      Matches.Pair pair = pairs.get(i);
      vectors[i] = new DMatchVector(new DMatch(pair.query(), pair.train(), pair.distance()));
    }
    DMatchVectorVector all = new DMatchVectorVector(vectors);
    for (DMatchVector vector : vectors) {
      vector.close();
    }
    return all;
  }
}
