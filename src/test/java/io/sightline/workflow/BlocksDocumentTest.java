package io.sightline.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.workflow.block.BlockCatalog;
import io.sightline.workflow.block.BlockType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.UnavailableBlocks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The page about blocks (BL-1)")
class BlocksDocumentTest {
  private static final String WRITE = "sightline.docs.write";
  private static final String COMMAND = "mvn test -Dtest=BlocksDocumentTest -D" + WRITE + "=true";
  private static final Path PAGE = Path.of("src/docs/blocks.md");

  @Test
  void saysWhatTheManifestsSay() throws IOException {
    List<Manifest> manifests =
        BlockCatalog.discover().types().stream().map(BlockType::manifest).toList();
    String page = BlocksDocument.of(manifests, UnavailableBlocks.all(), COMMAND);
    if (Boolean.getBoolean(WRITE)) {
      Files.writeString(PAGE, page);
    }
    assertEquals(page, Files.readString(PAGE), PAGE + " is not up to date; write it: " + COMMAND);
  }

  @Test
  void remarksAreSentencesWithoutTheirFullStop() {
    for (BlockType type : BlockCatalog.discover().types()) {
      assertFalse(type.manifest().remark().endsWith("."), type.manifest().type());
    }
  }

  @Test
  void namesFieldsOutputsAndDifferencesOfABlockAndTheRefusedOnes() {
    Manifest manifest =
        Manifest.of("example/a@v1", "OldA")
            .described("A", "example", "Does a thing.")
            .remark("does it slower")
            .field(
                Field.optional("x", 2.0, "How | much.", Forms.number(0, 5), Forms.reference())
                    .alias("y"))
            .output("z", Kind.FLOAT, Kind.INTEGER)
            .build();
    Manifest next =
        Manifest.of("example/a@v2")
            .described("A", "example", "Does a thing.")
            .fields(manifest.fields())
            .output("z", Kind.FLOAT, Kind.INTEGER)
            .build();
    String page =
        BlocksDocument.of(List.of(next, manifest), Map.of("example/b@v1", "no cloud"), "make");
    for (String part :
        List.of(
            "| `example/a@v1` | differs: does it slower |\n| `example/a@v2` | works |",
            "| `example/b@v1` | refused: no cloud |",
            "Also `OldA`.",
            "| `x` (`y`) | number from 0 up to 5; or reference to `*` | `2` | How \\| much. |",
            "Outputs: `z` (float or integer).",
            "Fields and outputs as of `example/a@v1`.")) {
      assertTrue(page.contains(part), () -> part + "\nis not in\n" + page);
    }
  }
}
