package io.sightline.workflow.blocks.embeddings;

import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;

/** Tells when embeddings change more than they use to. */
final class IdentifyChanges implements Block {
  private static final String STRATEGY = "strategy";
  private static final String THRESHOLD = "threshold_percentile";
  private static final String WARM_UP = "warmup";
  private static final String SMOOTHING = "smoothing_factor";
  private static final String WINDOW = "window_size";

  private final MovingAverage average = new MovingAverage();
  private final MovingAverage similarities = new MovingAverage();
  private int samples;

  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        Manifest.of("roboflow_core/identify_changes@v1")
            .described("Identify Changes", "video", "Tells when embeddings change unusually.")
            .field(
                Field.optional(
                    STRATEGY,
                    Strategy.EXPONENTIAL.title(),
                    "How the past weighs.",
                    Forms.oneOf(
                        Strategy.EXPONENTIAL.title(),
                        Strategy.SIMPLE.title(),
                        Strategy.WINDOW.title())))
            .field(Field.required("embedding", "The newest.", Forms.reference(Kind.EMBEDDING)))
            .field(
                Field.optional(
                    THRESHOLD,
                    0.2,
                    "Share of the changes that are unusual.",
                    Forms.reference(Kind.FLOAT_ZERO_TO_ONE),
                    Forms.number()))
            .field(
                Field.optional(
                    WARM_UP,
                    3,
                    "Embeddings of which none is unusual.",
                    Forms.reference(Kind.INTEGER),
                    Forms.wholeNumber()))
            .field(
                Field.optional(
                    SMOOTHING,
                    0.1,
                    "Weight of the newest in an exponential average.",
                    Forms.reference(Kind.FLOAT_ZERO_TO_ONE),
                    Forms.number(),
                    Forms.nothing()))
            .field(
                Field.optional(
                    WINDOW,
                    10,
                    "Embeddings in a sliding window.",
                    Forms.reference(Kind.INTEGER),
                    Forms.wholeNumber(),
                    Forms.nothing()))
            .output("is_outlier", Kind.BOOLEAN)
            .output("percentile", Kind.FLOAT_ZERO_TO_ONE)
            .output("z_score", Kind.FLOAT)
            .output("average", Kind.EMBEDDING)
            .output("std", Kind.EMBEDDING)
            .output("warming_up", Kind.BOOLEAN)
            .build();

    public V1() {
      super(MANIFEST, context -> new IdentifyChanges());
    }
  }

  @Override
  public BlockResult run(StepInput input) {
    Strategy strategy = Strategy.of(input.text(STRATEGY));
    double smoothing = strategy == Strategy.EXPONENTIAL ? input.number(SMOOTHING) : 0;
    int window = strategy == Strategy.WINDOW ? input.wholeNumber(WINDOW) : 0;
    double threshold = input.number(THRESHOLD);
    double[] embedding = Embedding.direction(Embedding.read(input, "embedding"));
    double percentile = 0.5;
    double score = 0;
    if (average.mean() != null) {
      Embedding.requireSame(embedding, average.mean());
      double[] similarity = {Embedding.similarity(embedding, average.mean())};
      similarities.add(similarity, strategy, samples, smoothing, window);
      double deviation = similarities.deviation()[0];
      if (deviation != 0) {
        score = (similarity[0] - similarities.mean()[0]) / deviation;
        percentile = NormalDistribution.above(score);
      }
    }
    boolean warmingUp = samples < input.wholeNumber(WARM_UP);
    boolean outlier =
        !warmingUp && (percentile <= threshold / 2 || percentile >= 1 - threshold / 2);
    average.add(embedding, strategy, samples, smoothing, window);
    samples++;
    return BlockResult.of(
        outlier,
        percentile,
        score,
        Embedding.write(average.mean()),
        Embedding.write(average.deviation()),
        warmingUp);
  }
}
