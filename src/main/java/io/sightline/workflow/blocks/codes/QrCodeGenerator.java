package io.sightline.workflow.blocks.codes;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import io.sightline.vision.Color;
import io.sightline.vision.Image;
import io.sightline.vision.VideoMetadata;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;
import java.util.UUID;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/** Draws texts as QR codes. Keeps the last one as long as nothing changes. */
final class QrCodeGenerator implements Block {
  private static final int MODULE = 10;
  private static final int MAX_BORDER = 500;
  private static final String LOW = "Low (~7% word recovery / highest data capacity)";
  private static final String MEDIUM = "Medium (~15% word recovery)";
  private static final String QUARTILE = "Quartile (~25% word recovery)";
  private static final String HIGH = "High (~30% word recovery / lowest data capacity)";

  private record Drawing(
      String text, ErrorCorrectionLevel level, int border, Color fill, Color back) {}

  private Drawing drawn;
  private Image image;

  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        Manifest.of("roboflow_core/qr_code_generator@v1", "QRCodeGenerator")
            .described("QR Code Generator", "transformation", "Draws a text as a QR code.")
            .field(Field.required("text", "The text.", Forms.reference(Kind.STRING), Forms.text()))
            .field(
                Field.optional(
                    "error_correct",
                    MEDIUM,
                    "How much of the code may be lost.",
                    Forms.oneOf(LOW, MEDIUM, QUARTILE, HIGH)))
            .field(
                Field.optional(
                    "border",
                    4,
                    "Modules around the code.",
                    Forms.reference(Kind.INTEGER),
                    Forms.wholeNumber()))
            .field(color("fill_color", "BLACK", "The colour of dark modules."))
            .field(color("back_color", "WHITE", "The colour of light modules."))
            .output("qr_code", Kind.IMAGE)
            .build();

    private static Field color(String name, String defaultValue, String description) {
      return Field.optional(
          name, defaultValue, description, Forms.reference(Kind.STRING), Forms.text());
    }

    public V1() {
      super(MANIFEST, context -> new QrCodeGenerator());
    }
  }

  @Override
  public BlockResult run(StepInput input) {
    Drawing wanted =
        new Drawing(
            input.text("text"),
            level(input.text("error_correct")),
            border(input),
            CssColors.parse(input.text("fill_color")),
            CssColors.parse(input.text("back_color")));
    if (!wanted.equals(drawn)) {
      Image fresh = draw(wanted);
      close();
      image = fresh;
      drawn = wanted;
    }
    VideoMetadata now = VideoMetadata.unknown(image.parent().id());
    return BlockResult.of(
        input.images().adopt(image.withOrigin(image.parent(), image.root(), now)));
  }

  private static int border(StepInput input) {
    int border = input.wholeNumber("border");
    if (border < 0) {
      throw new BlockException(
          "Invalid border value (was %d, expected 0 or larger than that)".formatted(border));
    }
    if (border > MAX_BORDER) {
      throw new BlockException("border must be 0 to %d, not %d".formatted(MAX_BORDER, border));
    }
    return border;
  }

  private static ErrorCorrectionLevel level(String name) {
    return switch (name) {
      case LOW -> ErrorCorrectionLevel.L;
      case QUARTILE -> ErrorCorrectionLevel.Q;
      case HIGH -> ErrorCorrectionLevel.H;
      default -> ErrorCorrectionLevel.M;
    };
  }

  private static Image draw(Drawing drawing) {
    boolean[][] dark = QrSymbol.of(drawing.text, drawing.level);
    int side = (dark.length + 2 * drawing.border) * MODULE;
    byte[] pixels = new byte[side * side * 3];
    for (int y = 0, at = 0; y < side; y++) {
      int row = y / MODULE - drawing.border;
      for (int x = 0; x < side; x++) {
        int column = x / MODULE - drawing.border;
        boolean inside = row >= 0 && column >= 0 && row < dark.length && column < dark.length;
        Color color = inside && dark[row][column] ? drawing.fill : drawing.back;
        pixels[at++] = (byte) color.blue();
        pixels[at++] = (byte) color.green();
        pixels[at++] = (byte) color.red();
      }
    }
    Mat mat = new Mat(side, side, opencv_core.CV_8UC3);
    mat.data().put(pixels);
    String id = "qr_code." + UUID.randomUUID();
    return Image.frame(mat, null, id, VideoMetadata.unknown(id));
  }

  @Override
  public void close() {
    if (image != null) {
      image.release();
      image = null;
    }
  }
}
