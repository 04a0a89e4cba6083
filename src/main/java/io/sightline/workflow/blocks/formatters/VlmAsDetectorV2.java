package io.sightline.workflow.blocks.formatters;

import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockContext;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import java.util.Map;

/** Version 2 of {@link VlmAsDetector}: more models, and the id of the inference has its kind. */
public final class VlmAsDetectorV2 extends DeclaredType {
  private static final Manifest MANIFEST =
      VlmAsDetector.manifest(
          "v2",
          Kind.INFERENCE_ID,
          "openai",
          "google-gemini",
          "anthropic-claude",
          "spacexai",
          "qwen",
          "muse",
          "florence-2");
  private static final Map<String, Dialect> DIALECTS = dialects();

  private static Map<String, Dialect> dialects() {
    Map<String, Dialect> dialects = VlmAsDetector.florence();
    dialects.put("openai object-detection", FractionDialects::openai);
    dialects.put("google-gemini object-detection", FractionDialects::gemini);
    dialects.put("anthropic-claude object-detection", FractionDialects::plain);
    dialects.put("spacexai object-detection", FractionDialects::spacexai);
    dialects.put("qwen object-detection", LenientDialects::qwen);
    dialects.put("muse object-detection", LenientDialects::muse);
    return dialects;
  }

  public VlmAsDetectorV2() {
    super(MANIFEST, VlmAsDetectorV2::make);
  }

  @Override
  public void check(Map<String, Object> fields) {
    VlmAsDetector.check(
        fields,
        DIALECTS,
        "Must pass list of classes to this block for every model type except florence-2");
  }

  private static Block make(BlockContext context) {
    boolean loose = context.fields().get("model_type").equals("muse");
    return new VlmAsDetector(DIALECTS.get(VlmAsDetector.key(context.fields())), loose);
  }
}
