package io.sightline.model.onnx;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** Looks through an ONNX file before it is loaded. */
public final class OnnxCheck {
  private static final int GRAPH = 7;
  private static final int TRAINING = 20;
  private static final int FUNCTION = 25;

  private OnnxCheck() {}

  /**
   * What the model in {@code file} consists of.
   *
   * @param folder where other files of it may lie, null for nowhere
   * @throws OnnxException where it is no model, or asks for what is not allowed
   * @throws IOException where it cannot be read
   */
  public static OnnxOutline of(Path file, Path folder, OnnxLimits limits) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      return of(OnnxSource.of(channel), folder, limits);
    }
  }

  /** {@link #of(Path, Path, OnnxLimits)} for bytes from anywhere. */
  public static OnnxOutline of(OnnxSource source, Path folder, OnnxLimits limits)
      throws IOException {
    ProtoReader in = new ProtoReader(source);
    GraphReader graphs = new GraphReader(in, new ExternalFiles(folder), limits);
    long end = source.size();
    boolean hasGraph = false;
    while (in.next(end)) {
      long fieldEnd = in.end();
      if (in.hasBytes()) {
        switch (in.field()) {
          case GRAPH -> {
            graphs.graph(fieldEnd, 0);
            hasGraph = true;
          }
          case FUNCTION -> graphs.function(fieldEnd);
          case TRAINING -> throw new OnnxException("it holds a training graph");
          default -> {}
        }
      }
      in.leave(fieldEnd);
    }
    if (!hasGraph) {
      throw new OnnxException("it is no ONNX file: there is no graph in it");
    }
    return graphs.outline();
  }
}
