package io.sightline.workflow.blocks.models;

import io.sightline.model.ModelStore;
import io.sightline.model.PictureText;
import io.sightline.model.TextLine;
import io.sightline.model.TextReader;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.Image;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockContext;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;
import java.util.ArrayList;
import java.util.List;

/** Reads the text on pictures with PP-OCR. */
final class TextRecognition implements Block {
  private static final String NONE = "none";

  private final TextReader reader;
  private final boolean find;
  private final boolean read;

  private TextRecognition(TextReader reader, boolean find, boolean read) {
    this.reader = reader;
    this.find = find;
    this.read = read;
  }

  private static Manifest.Builder described(String title, String type, String... aliases) {
    return Manifest.of(type, aliases)
        .described(title, "model", "Reads the text on a picture.")
        .field(
            Field.required("images", "The picture to read.", Forms.reference(Kind.IMAGE))
                .alias("image"))
        .batch("images")
        .heavy();
  }

  private static Manifest answers(Manifest.Builder manifest) {
    return manifest
        .output("result", Kind.STRING)
        .output("predictions", Kind.OBJECT_DETECTION_PREDICTION)
        .output("parent_id", Kind.PARENT_ID)
        .output("root_parent_id", Kind.PARENT_ID)
        .output("prediction_type", Kind.PREDICTION_TYPE)
        .build();
  }

  /** The block named after PP-OCR, version 1. */
  public static final class PpOcrV1 extends DeclaredType {
    private static final Manifest MANIFEST =
        answers(
            described("PP-OCR", "roboflow_core/pp_ocr@v1")
                .remark("runs PP-OCRv4, whichever size is asked for")
                .field(stage("text_detection", "Whether to look for text: none says not to."))
                .field(stage("text_recognition", "Whether to read it: none says not to.")));

    private static Field stage(String name, String description) {
      return Field.optional(
          name, "small", description, Forms.oneOf(NONE, "tiny", "small", "medium"));
    }

    public PpOcrV1() {
      super(MANIFEST, PpOcrV1::make);
    }

    private static Block make(BlockContext context) {
      boolean find = !NONE.equals(context.constant("text_detection"));
      boolean read = !NONE.equals(context.constant("text_recognition"));
      if (!find && !read) {
        throw new BlockException(
            "PP-OCR requires at least one of text detection or text recognition to be enabled");
      }
      return new TextRecognition(context.resource(ModelStore.class).textReader(), find, read);
    }
  }

  /** The block for whatever reads text, version 1: here it is PP-OCR. */
  public static final class OcrModelV1 extends DeclaredType {
    private static final Manifest MANIFEST =
        answers(
            described("OCR Model", "roboflow_core/ocr_model@v1", "OCRModel")
                .remark("runs PP-OCRv4 in place of DocTR"));

    public OcrModelV1() {
      super(
          MANIFEST,
          context ->
              new TextRecognition(context.resource(ModelStore.class).textReader(), true, true));
    }
  }

  @Override
  public BlockResult run(StepInput input) {
    Image image = input.image("images");
    PictureText found = reader.read(image, find, read, input::addInferenceNanos);
    return BlockResult.of(
        found.text(), detections(image, found), image.parent().id(), image.root().id(), "ocr");
  }

  /** A detection for each piece; its class is what it says. */
  private static Detections detections(Image image, PictureText found) {
    List<Detection> all = new ArrayList<>(found.lines().size());
    for (TextLine line : found.lines()) {
      all.add(
          Detection.on(image, line.box(), line.confidence(), 0, line.text(), InferenceIds.next()));
    }
    return new Detections(all, image.width(), image.height());
  }
}
