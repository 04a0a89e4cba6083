package io.sightline.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CompressedBodyTest {
  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream target = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(target)) {
      out.write(plain);
    }
    return target.toByteArray();
  }

  private static int status(byte[] body) {
    return assertThrows(HttpException.class, () -> CompressedBody.unpacked(body, 1000))
        .reply()
        .status();
  }

  @Test
  void unpacksWhatIsCompressedAndNothingElse() throws IOException {
    byte[] plain = "{\"a\": 1}".getBytes(UTF_8);
    assertArrayEquals(plain, CompressedBody.unpacked(gzip(plain), 1000));
    assertSame(plain, CompressedBody.unpacked(plain, 1000));
    assertEquals(0, CompressedBody.unpacked(new byte[0], 1000).length);
  }

  @Test
  @DisplayName("H-3: a body is bounded as it is unpacked")
  void boundsWhatComesOut() throws IOException {
    assertEquals(1000, CompressedBody.unpacked(gzip(new byte[1000]), 1000).length);
    assertEquals(413, status(gzip(new byte[1001])));
    assertEquals(413, status(gzip(new byte[10_000_000])));
  }

  @Test
  void refusesWhatIsBroken() throws IOException {
    byte[] whole = gzip(new byte[100]);
    for (int length = 2; length < whole.length; length++) {
      assertEquals(400, status(Arrays.copyOf(whole, length)));
    }
  }
}
