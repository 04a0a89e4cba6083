package io.sightline.media.capture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChunkedInputTest {
  @Test
  void joinsTheChunks() throws IOException {
    assertEquals("", body("0\r\n\r\n"));
    assertEquals(
        "abcdefghijklm", body("3\r\nabc\r\n0A ;name=\"x\"\r\ndefghijklm\r\n0\r\n\r\nrest"));
    assertEquals("a\r\nb", body("4\na\r\nb\n00;last\n"));
  }

  @Test
  void readsByteForByte() throws IOException {
    ChunkedInput in = input("1\r\n\u00ff\r\n1\r\nb\r\n0\r\n");
    assertEquals(0xFF, in.read());
    assertEquals('b', in.read());
    assertEquals(-1, in.read());
    assertEquals(-1, in.read());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\r\n",
        "x\r\n",
        "-1\r\n",
        "3",
        "3\r\nab",
        "3\r\nabc",
        "3\r\nabcd\r\n0\r\n",
        "7fffffffffffffff\r\nabc",
        "FFFFFFFFFFFFFFFFFFFFF\r\nabc"
      })
  void refusesWhatIsNoChunks(String text) {
    assertThrows(IOException.class, () -> body(text));
    assertThrows(IOException.class, () -> body("1;" + "x".repeat(2000) + "\r\na\r\n0\r\n"));
  }

  private static String body(String text) throws IOException {
    return new String(input(text).readAllBytes(), ISO_8859_1);
  }

  private static ChunkedInput input(String text) {
    return new ChunkedInput(new ByteArrayInputStream(text.getBytes(ISO_8859_1)));
  }
}
