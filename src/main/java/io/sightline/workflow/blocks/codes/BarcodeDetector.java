package io.sightline.workflow.blocks.codes;

import io.sightline.vision.Image;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;
import java.util.ArrayList;
import java.util.List;

/** Finds and reads barcodes of all common kinds. */
final class BarcodeDetector implements Block {
  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        Manifest.of("roboflow_core/barcode_detector@v1", "BarcodeDetector", "BarcodeDetection")
            .described("Barcode Detection", "model", "Finds and reads barcodes of common kinds.")
            .field(CodeDetections.images())
            .batch("images")
            .output("predictions", Kind.BAR_CODE_DETECTION)
            .heavy()
            .remark("reads with ZXing: the ends of a code are approximate")
            .build();

    public V1() {
      super(MANIFEST, context -> new BarcodeDetector());
    }
  }

  @Override
  public BlockResult run(StepInput input) {
    Image image = input.image("images");
    GreyPicture picture = GreyPicture.of(image);
    List<Code> codes = new ArrayList<>();
    codes.addAll(QrReader.read(picture));
    codes.addAll(AreaCodes.read(picture));
    codes.addAll(LineCodes.read(picture));
    List<Code> whole = codes.stream().map(BarcodeDetector::whole).toList();
    return BlockResult.of(CodeDetections.of(image, whole, "barcode"));
  }

  /** The code with edges in whole pixels. */
  private static Code whole(Code code) {
    return new Code(
        code.text(),
        Math.round(code.x1()),
        Math.round(code.y1()),
        Math.round(code.x2()),
        Math.round(code.y2()));
  }
}
