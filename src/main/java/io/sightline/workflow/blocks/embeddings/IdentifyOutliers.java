package io.sightline.workflow.blocks.embeddings;

import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;
import java.util.ArrayDeque;
import java.util.Deque;

/** Tells embeddings that point elsewhere than the last ones. */
final class IdentifyOutliers implements Block {
  private static final String THRESHOLD = "threshold_percentile";
  private static final String WARM_UP = "warmup";
  private static final String WINDOW = "window_size";
  private static final int MAX_NUMBERS = 4_000_000;

  private final Deque<double[]> last = new ArrayDeque<>();
  private int samples;

  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        Manifest.of("roboflow_core/identify_outliers@v1")
            .described("Identify Outliers", "video", "Tells embeddings that are unlike the others.")
            .field(Field.required("embedding", "The newest.", Forms.reference(Kind.EMBEDDING)))
            .field(
                Field.optional(
                    THRESHOLD,
                    0.05,
                    "Share at either end that is unusual.",
                    Forms.reference(Kind.FLOAT_ZERO_TO_ONE),
                    Forms.number()))
            .field(
                Field.optional(
                    WARM_UP,
                    3,
                    "Embeddings before the first that can be unusual.",
                    Forms.reference(Kind.INTEGER),
                    Forms.wholeNumber()))
            .field(
                Field.optional(
                    WINDOW,
                    32,
                    "How many of the last embeddings count.",
                    Forms.reference(Kind.INTEGER),
                    Forms.wholeNumber(),
                    Forms.nothing()))
            .output("is_outlier", Kind.BOOLEAN)
            .output("percentile", Kind.FLOAT_ZERO_TO_ONE)
            .output("warming_up", Kind.BOOLEAN)
            .build();

    public V1() {
      super(MANIFEST, context -> new IdentifyOutliers());
    }
  }

  @Override
  public BlockResult run(StepInput input) {
    double threshold = input.number(THRESHOLD);
    double[] embedding = Embedding.direction(Embedding.read(input, "embedding"));
    remember(embedding, input.wholeNumber(WINDOW));
    samples++;
    if (samples < input.wholeNumber(WARM_UP)) {
      return BlockResult.of(false, 0.5, true);
    }
    double[] center = center(embedding);
    double newest = Embedding.dot(center, embedding);
    int below = 0;
    for (double[] each : last) {
      below += Embedding.dot(each, center) < newest ? 1 : 0;
    }
    double percentile = (double) below / last.size();
    return BlockResult.of(percentile < threshold || percentile > 1 - threshold, percentile, false);
  }

  private void remember(double[] embedding, int window) {
    if ((long) window * embedding.length > MAX_NUMBERS) {
      throw new BlockException(
          "field '%s' must be at most %d for embeddings of %d dimensions, not %d"
              .formatted(WINDOW, MAX_NUMBERS / embedding.length, embedding.length, window));
    }
    if (!last.isEmpty()) {
      Embedding.requireSame(embedding, last.peekLast());
    }
    last.addLast(embedding);
    if (last.size() > window) {
      last.removeFirst();
    }
  }

  /** Where the last ones point on the whole; where the newest one does if that is nowhere. */
  private double[] center(double[] newest) {
    double[] sum = new double[newest.length];
    for (double[] each : last) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += each[i];
      }
    }
    boolean somewhere = last.size() > 1 && Embedding.length(sum) > 0;
    return somewhere ? Embedding.direction(sum) : newest;
  }
}
