package io.sightline.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MultipartReaderTest {
  private static List<Part> parts(byte[] body) {
    return MultipartReader.parts(body, FormText.TYPE, 3);
  }

  private static List<Part> parts(String body, String boundary) {
    return MultipartReader.parts(
        body.getBytes(ISO_8859_1), "multipart/form-data; boundary=" + boundary, 3);
  }

  private static String refusal(byte[] body, String contentType) {
    HttpException e =
        assertThrows(HttpException.class, () -> MultipartReader.parts(body, contentType, 3));
    assertEquals(400, e.reply().status());
    assertEquals("InvalidMultipartError", Doors.json(e.reply()).get("error_type").asText());
    return Doors.json(e.reply()).get("message").asText();
  }

  @Test
  void readsFieldsAndFilesByteForByte() {
    byte[] content = {0, '\r', '\n', '-', '-', '-', '\r', '\n', (byte) 255, '\n', '\r'};
    List<Part> parts =
        parts(new FormText().field("a", "b").file("image", "x.png", content).field("c", "").end());
    assertEquals(List.of("a", "image", "c"), parts.stream().map(Part::name).toList());
    assertFalse(parts.get(0).isFile());
    assertNull(parts.get(0).fileName());
    assertTrue(parts.get(1).isFile());
    assertEquals("image/png", parts.get(1).type());
    assertArrayEquals(content, parts.get(1).content());
    assertEquals(0, parts.get(2).content().length);
  }

  @Test
  void takesWhatTheStandardAllowsAroundTheParts() {
    List<Part> parts =
        parts(
            "preamble\r\n--b \t\r\ncontent-disposition: form-data; filename=y; name=x\r\n\r\n1"
                + "\r\n--b--\r\nepilogue",
            "\"b\"");
    assertEquals("x", parts.get(0).name());
    assertEquals("y", parts.get(0).fileName());
    assertArrayEquals(new byte[] {'1'}, parts.get(0).content());
    assertEquals(List.of(), parts("--b--", "b"));
  }

  @Test
  void readsNamesInQuotes() {
    List<Part> parts =
        parts(
            "--b\r\nContent-Disposition: form-data; name=\"a;b=\\\"c%22\"; filename=\"C:\\d.png\""
                + "\r\n\r\n\r\n--b--",
            "b");
    assertEquals("a;b=\"c\"", parts.get(0).name());
    assertEquals("C:\\d.png", parts.get(0).fileName());
  }

  @Test
  void callsAFileOfTextAText() {
    byte[] body = new FormText().file("zone", "zone.JSON", new byte[] {'1'}).end();
    assertFalse(parts(body).get(0).isFile());
  }

  @Test
  @DisplayName("H-3: a form is bounded in parts, headers, names and boundary")
  void boundsTheForm() {
    FormText form = new FormText();
    for (int i = 0; i < 4; i++) {
      form.field("a" + i, "");
    }
    assertTrue(
        refusal(form.end(), FormText.TYPE).contains("at most 3 parts: sightline.http.parts.max"));
    assertTrue(
        refusal(new FormText().field("n".repeat(5000), "").end(), FormText.TYPE)
            .contains("headers of part 1"));
    assertTrue(
        refusal(new FormText().field("n".repeat(201), "").end(), FormText.TYPE)
            .contains("part 1 needs"));
    assertTrue(
        refusal(new byte[0], "multipart/form-data; boundary=" + "b".repeat(71))
            .contains("boundary of 1 to 70"));
    assertTrue(refusal(new byte[0], "multipart/form-data").contains("boundary"));
  }

  @Test
  void saysWhereABodyBreaksOff() {
    byte[] whole = new FormText().field("a", "b").end();
    String text = new String(whole, ISO_8859_1);
    for (int length = 0; length < text.length() - 4; length++) {
      refusal(text.substring(0, length).getBytes(ISO_8859_1), FormText.TYPE);
    }
    assertTrue(refusal("x".getBytes(ISO_8859_1), FormText.TYPE).contains("no part"));
    assertTrue(
        refusal(
                "--b\r\nContent-Disposition: form-data; name=a\r\n\r\nx".getBytes(ISO_8859_1),
                "multipart/form-data; boundary=b")
            .contains("part 1 does not end"));
  }

  @Test
  void refusesPartsInBase64AndPartsWithoutAName() {
    assertTrue(
        refusal(
                ("--b\r\nContent-Disposition: form-data; name=a\r\n"
                        + "Content-Transfer-Encoding: base64\r\n\r\nAA==\r\n--b--")
                    .getBytes(ISO_8859_1),
                "multipart/form-data; boundary=b")
            .contains("part 'a' is encoded"));
    assertTrue(
        refusal("--b\r\n\r\nx\r\n--b--".getBytes(ISO_8859_1), "multipart/form-data; boundary=b")
            .contains("part 1 needs"));
  }

  @Property(tries = 2000)
  void answersOrRefusesWhateverComes(
      @ForAll @IntRange(max = 400) int place, @ForAll byte value, @ForAll boolean cut) {
    byte[] body = new FormText().field("a", "b").file("image", "x.png", new byte[40]).end();
    int at = place % body.length;
    body[at] = value;
    byte[] sent = cut ? java.util.Arrays.copyOf(body, at) : body;
    try {
      assertTrue(parts(sent).size() <= 3);
    } catch (HttpException e) {
      assertEquals(400, e.reply().status());
    }
  }
}
