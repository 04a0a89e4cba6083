package io.sightline.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestDeskTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"gzip", "GZIP", "deflate, gzip", "gzip, br", "br;q=1.0, gzip;q=0.8", "gzip;q=1"})
  void compressesForThoseWhoTakeIt(String header) {
    assertTrue(RequestDesk.takesGzip(header));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "identity", "gzip;q=0", "br, gzip ; q=0.0, deflate", "xgzip"})
  void compressesForNobodyElse(String header) {
    assertFalse(RequestDesk.takesGzip(header));
  }
}
