package io.sightline.workflow.blocks.formatters;

import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import java.util.Map;

/** Version 1 of {@link VlmAsDetector}. */
public final class VlmAsDetectorV1 extends DeclaredType {
  private static final Manifest MANIFEST =
      VlmAsDetector.manifest("v1", Kind.STRING, "google-gemini", "anthropic-claude", "florence-2");
  private static final Map<String, Dialect> DIALECTS = dialects();

  private static Map<String, Dialect> dialects() {
    Map<String, Dialect> dialects = VlmAsDetector.florence();
    dialects.put("google-gemini object-detection", FractionDialects::gemini);
    dialects.put("anthropic-claude object-detection", FractionDialects::gemini);
    return dialects;
  }

  public VlmAsDetectorV1() {
    super(
        MANIFEST,
        context -> new VlmAsDetector(DIALECTS.get(VlmAsDetector.key(context.fields())), false));
  }

  @Override
  public void check(Map<String, Object> fields) {
    VlmAsDetector.check(
        fields, DIALECTS, "Must pass list of classes to this block when using gemini or claude");
  }
}
