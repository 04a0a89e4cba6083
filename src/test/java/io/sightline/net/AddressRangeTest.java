package io.sightline.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {
  @ParameterizedTest
  @DisplayName("H-7: addresses that only machines inside reach are not public")
  @ValueSource(
      strings = {
        "127.0.0.1",
        "10.1.2.3",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "::ffff:10.0.0.1",
        "fe80::1",
        "fec0::1",
        "fd00::1",
        "ff02::1",
        "64:ff9b::a00:1",
        "2002:a00:1::"
      })
  void knowsWhatIsNotPublic(String text) {
    assertFalse(AddressRange.isPublic(AddressRange.literal(text)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "192.0.1.1", "2a00:1450::1"})
  void knowsWhatIsPublic(String text) {
    assertTrue(AddressRange.isPublic(AddressRange.literal(text)));
  }

  @Test
  void containsWhatBeginsWithTheSameBits() throws Exception {
    AddressRange range = AddressRange.of("192.168.4.0/22");
    assertTrue(range.contains(InetAddress.getByName("192.168.7.255")));
    assertFalse(range.contains(InetAddress.getByName("192.168.8.0")));
    assertFalse(range.contains(InetAddress.getByName("::1")));
    assertEquals(32, AddressRange.of("10.0.0.7").bits());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "name", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "1/2/3"})
  void refusesWhatIsNoRange(String text) {
    assertThrows(IllegalArgumentException.class, () -> AddressRange.of(text));
  }

  @Test
  void looksUpNoName() {
    assertNull(AddressRange.literal("localhost"));
  }
}
