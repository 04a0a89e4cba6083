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

/** How alike two embeddings are. */
final class CosineSimilarity implements Block {
  private static final String TYPE = "roboflow_core/cosine_similarity@v1";
  private static final String FIRST = "embedding_1";
  private static final String SECOND = "embedding_2";

  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        Manifest.of(TYPE)
            .described("Cosine Similarity", "math", "Tells how alike two embeddings are.")
            .field(Field.required(FIRST, "One.", Forms.reference(Kind.EMBEDDING)))
            .field(Field.required(SECOND, "The other.", Forms.reference(Kind.EMBEDDING)))
            .output("similarity", Kind.FLOAT)
            .build();

    public V1() {
      super(MANIFEST, context -> new CosineSimilarity());
    }
  }

  @Override
  public BlockResult run(StepInput input) {
    double[] first = Embedding.read(input, FIRST);
    double[] second = Embedding.read(input, SECOND);
    if (first.length != second.length) {
      throw new BlockException(
          "%s block feed with different shape of embeddings. `%s`: (N, %d), `%s`: (N, %d)"
              .formatted(TYPE, FIRST, first.length, SECOND, second.length));
    }
    return BlockResult.of(Embedding.similarity(first, second));
  }
}
