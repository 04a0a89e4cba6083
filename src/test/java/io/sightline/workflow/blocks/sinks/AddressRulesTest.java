package io.sightline.workflow.blocks.sinks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("KS-4: requests go to checked addresses only")
class AddressRulesTest {
  private static InetAddress check(boolean privateAllowed, String... addresses)
      throws UnknownHostException {
    InetAddress[] all = new InetAddress[addresses.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = InetAddress.getByName(addresses[i]);
    }
    return new AddressRules(privateAllowed).check("host", List.of(all));
  }

  @ParameterizedTest
  @ValueSource(strings = {"203.0.113.7", "8.8.8.8", "2001:db8::1", "172.32.0.1", "100.128.0.1"})
  void publicAddressesAreAllowed(String address) throws UnknownHostException {
    assertEquals(InetAddress.getByName(address), check(false, address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "::1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "100.64.0.1",
        "0.1.2.3",
        "fd12::1",
        "64:ff9b::a00:1",
        "2002:a00:1::",
        "255.255.255.255"
      })
  void privateAddressesNeedTheSetting(String address) throws UnknownHostException {
    assertThrows(IllegalArgumentException.class, () -> check(false, address));
    assertEquals(InetAddress.getByName(address), check(true, address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "169.254.169.254",
        "fe80::1",
        "100.100.100.200",
        "fd00:ec2::254",
        "224.0.0.1",
        "0.0.0.0",
        "::",
        "64:ff9b::a9fe:a9fe",
        "2002:a9fe:a9fe::"
      })
  void linkLocalAndMetadataAddressesAreNeverAllowed(String address) {
    assertThrows(IllegalArgumentException.class, () -> check(true, address));
  }

  @org.junit.jupiter.api.Test
  void oneWrongAddressOfAHostIsEnough() {
    assertThrows(IllegalArgumentException.class, () -> check(false, "8.8.8.8", "10.0.0.1"));
  }
}
