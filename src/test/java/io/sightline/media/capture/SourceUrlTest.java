package io.sightline.media.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceUrlTest {
  @Test
  void readsEveryPart() {
    SourceUrl url =
        SourceUrl.parse(
            "RTSP://op%40er:p%3A%C3%A4@Cam-1.Example:8554/live/1?q=%20#".replace("#", ""));
    assertEquals(Scheme.RTSP, url.scheme());
    assertEquals("cam-1.example", url.host());
    assertEquals(8554, url.port());
    assertEquals("/live/1?q=%20", url.target());
    assertEquals("op@er", url.user());
    assertEquals("p:ä", url.password());
    assertEquals("rtsp://cam-1.example:8554/live/1?q=%20", url.withoutCredentials());
  }

  @Test
  void fillsInWhatIsMissing() {
    SourceUrl url = SourceUrl.parse("http://[2001:DB8::1]");
    assertEquals(80, url.port());
    assertEquals("/", url.target());
    assertEquals("[2001:db8::1]", url.authority());
    assertNull(url.user());
    assertEquals("/?a=b", SourceUrl.parse("http://camera?a=b").target());
  }

  @Test
  @DisplayName("MC-5: the text form holds neither credentials nor path")
  void hidesWhatMayBeSecret() {
    String text = SourceUrl.parse("rtsp://admin:hunter2@cam/u=admin&p=hunter3?t=4").toString();
    assertEquals("rtsp://cam/…", text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "rtsp://",
        "rtsp:///path",
        "//cam/1",
        "file:///etc/passwd",
        "concat:a|b",
        "ftp://cam/1",
        "rtsp+unix://cam/1",
        "http://cam/1#fragment",
        "http://cam/a b",
        "http://cam/\r\nX: y",
        "http://cam\\@evil/",
        "http://a@b@cam/",
        "http://cam:0/",
        "http://cam:65536/",
        "http://cam:/x:1",
        "http://127.1/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0177.0.0.1/",
        "http://127.0.0.1./",
        "http://cam./",
        "http://-cam/",
        "http://[::1%25eth0]/",
        "http://[::1/",
        "http://c\u00e4m/",
        "http://cam/%zz",
        "http://user:%00@cam/",
        "http://user:%0d%0a@cam/",
        "http://us%22er@cam/",
        "http://user:%ff@cam/",
      })
  @DisplayName("MC-5: whatever is not plainly an address is refused, and not repeated")
  void refuses(String text) {
    CaptureException e = assertThrows(CaptureException.class, () -> SourceUrl.parse(text));
    assertFalse(text.length() > 8 && e.getMessage().contains(text), e.getMessage());
  }

  @Test
  void refusesTooLongAText() {
    String text = "http://cam/" + "a".repeat(SourceUrl.LENGTH_MAX);
    assertThrows(CaptureException.class, () -> SourceUrl.parse(text));
  }
}
