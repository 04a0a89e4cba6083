package io.sightline.workflow.blocks.trackers;

import org.bytedeco.opencv.opencv_core.KeyPointVector;
import org.bytedeco.opencv.opencv_core.Mat;

/** The features of one frame: their places, and a row that describes each. */
record Features(KeyPointVector points, Mat descriptors) implements AutoCloseable {
  Features() {
    this(new KeyPointVector(), new Mat());
  }

  @Override
  public void close() {
    points.close();
    descriptors.close();
  }
}
