package io.sightline.workflow.blocks.codes;

import io.sightline.vision.Image;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;
import java.util.List;

/** Finds and reads QR codes. */
final class QrCodeDetector implements Block {
  /**
   * Version 1. Fails where there is no code, as Roboflow's does; codes that cannot be read are
   * none.
   */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        Manifest.of("roboflow_core/qr_code_detector@v1", "QRCodeDetector", "QRCodeDetection")
            .described("QR Code Detection", "model", "Finds and reads QR codes.")
            .field(CodeDetections.images())
            .batch("images")
            .output("predictions", Kind.QR_CODE_DETECTION)
            .heavy()
            .remark(
                "reads with ZXing: corners may lie a pixel or two elsewhere, and unreadable codes"
                    + " are left out")
            .build();

    public V1() {
      super(MANIFEST, context -> new QrCodeDetector());
    }
  }

  @Override
  public BlockResult run(StepInput input) {
    Image image = input.image("images");
    List<Code> codes = QrReader.read(GreyPicture.of(image));
    if (codes.isEmpty()) {
      throw new BlockException("no QR code was found on the picture");
    }
    return BlockResult.of(CodeDetections.of(image, codes, "qr_code"));
  }
}
