package io.sightline.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sightline.model.download.Downloads;
import io.sightline.settings.ReferenceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComplaintsTest {
  @TempDir private Path directory;

  @Test
  void whatIsPassedOverIsTold(@TempDir Path outside) throws IOException {
    Complaints complaints = new Complaints();
    Files.write(directory.resolve("fine.onnx"), new byte[1]);
    Files.write(directory.resolve("mine (2).onnx"), new byte[1]);
    Path far = Files.write(outside.resolve("far.onnx"), new byte[1]);
    Files.createSymbolicLink(directory.resolve("link.onnx"), far);
    Downloads downloads = Downloads.of(null, new ReferenceFile(Map.of()).settings());
    ModelDirectory models = new ModelDirectory(directory, 1024, downloads, complaints);
    Set<String> expected =
        Set.of(
            "'mine (2)' in the models' directory is passed over: an id is one to three names of at"
                + " most 100 letters, digits, spaces and . _ + @ -, of which the first is a letter"
                + " or a digit",
            "'link.onnx' in the models' directory is passed over: it is a link out of it, or to"
                + " nothing");
    for (int look = 0; look < 2; look++) {
      assertEquals(Set.of("fine"), models.scan().keySet());
      assertEquals(expected, complaints.next());
    }
    Files.delete(directory.resolve("mine (2).onnx"));
    Files.delete(directory.resolve("link.onnx"));
    models.scan();
    assertEquals(Set.of(), complaints.next());
  }
}
