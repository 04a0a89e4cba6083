package io.sightline.workflow.blocks.flow;

import io.sightline.vision.Image;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;
import io.sightline.workflow.query.PythonValues;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Goes on when a value differs from the one before it of the same video. */
final class DeltaFilter implements Block {
  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        Manifest.of("roboflow_core/delta_filter@v1")
            .described(
                "Delta Filter",
                "flow_control",
                "Goes on with the next steps when a value has changed; pictures always have.")
            .field(
                Field.required(
                    "image",
                    "A picture of the video that the value is of.",
                    Forms.input(Kind.IMAGE)))
            .field(Field.required("value", "The value that is watched.", Forms.reference()))
            .field(NextSteps.field())
            .build();

    public V1() {
      super(MANIFEST, context -> new DeltaFilter(NextSteps.of(context, "next_steps")));
    }
  }

  static final int VIDEOS = 256;

  private final BlockResult.NextSteps next;
  private final Map<String, Object> last =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Object> eldest) {
          return size() > VIDEOS;
        }
      };

  DeltaFilter(BlockResult.NextSteps next) {
    this.next = next;
  }

  @Override
  public BlockResult run(StepInput input) {
    String video = input.image("image").video().videoIdentifier();
    Object value = input.value("value");
    if (holdsImage(value)) {
      last.remove(video);
      return next;
    }
    if (last.containsKey(video) && PythonValues.equal(last.get(video), value)) {
      return NextSteps.NONE;
    }
    last.put(video, value);
    return next;
  }

  /** Pictures are of their frame and not kept: no two of them are the same. */
  private static boolean holdsImage(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().anyMatch(DeltaFilter::holdsImage);
    }
    if (value instanceof Map<?, ?> map) {
      return map.values().stream().anyMatch(DeltaFilter::holdsImage);
    }
    return value instanceof Image;
  }

  @Override
  public void close() {
    last.clear();
  }
}
