package io.sightline.media.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.settings.SettingsException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourcePolicyTest {
  private final Map<String, String> names = new HashMap<>();
  private int lookups;

  private SourcePolicy policy(String hosts) {
    return new SourcePolicy(
        Sources.settings(Map.of("SIGHTLINE_MEDIA_SOURCES_HOSTS", hosts)), this::resolve);
  }

  private InetAddress[] resolve(String host) throws UnknownHostException {
    lookups++;
    if (!names.containsKey(host)) {
      throw new UnknownHostException(host);
    }
    return InetAddress.getAllByName(names.get(host));
  }

  private static void assertPermits(SourcePolicy policy, String url) {
    assertTrue(policy.rtsp(url) instanceof RtspOrigin, url);
  }

  private static void assertRefuses(SourcePolicy policy, String url) {
    assertThrows(SourceNotAllowed.class, () -> policy.rtsp(url), url);
  }

  @Test
  @DisplayName("MC-1: nothing is allowed by default, and the refusal names the setting")
  void allowsNothingByDefault() {
    SourceNotAllowed e =
        assertThrows(
            SourceNotAllowed.class, () -> policy("").rtsp("rtsp://u:secret@cam.example/secret"));
    assertEquals(
        "'rtsp_url' is not allowed on this server: setting sightline.media.sources.hosts lists no"
            + " host",
        e.getMessage());
    assertEquals(0, lookups);
  }

  @Test
  void allowsListedNamesAndTheirPatterns() {
    names.put("cam.example", "93.184.215.14");
    names.put("a.cams.example", "93.184.215.15");
    names.put("cams.example", "93.184.215.16");
    names.put("evilcams.example", "93.184.215.17");
    SourcePolicy policy = policy("Cam.example, *.cams.example");
    assertPermits(policy, "rtsp://CAM.example/1");
    assertPermits(policy, "rtsp://a.cams.example/1");
    assertRefuses(policy, "rtsp://cams.example/1");
    assertRefuses(policy, "rtsp://evilcams.example/1");
    assertRefuses(policy, "rtsp://93.184.215.14/1");
  }

  @Test
  @DisplayName("MC-2: a private address only where it is listed itself, whatever name leads there")
  void allowsPrivateAddressesOnlyByAddress() {
    names.put("cam.example", "192.168.7.20");
    names.put("localhost", "127.0.0.1");
    assertRefuses(policy("cam.example,localhost,*"), "rtsp://cam.example/1");
    assertRefuses(policy("cam.example,localhost,*"), "rtsp://localhost/1");
    assertPermits(policy("cam.example,192.168.7.0/24"), "rtsp://cam.example/1");
    assertPermits(policy("192.168.7.0/24"), "rtsp://cam.example/1");
    assertPermits(policy("192.168.7.20"), "rtsp://192.168.7.20/1");
    assertRefuses(policy("192.168.7.20"), "rtsp://192.168.7.21/1");
    assertPermits(policy("127.0.0.1"), "rtsp://localhost/1");
    assertPermits(policy("fd12::/16"), "rtsp://[fd12::5]/1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "169.254.169.254",
        "[fe80::1]",
        "224.0.0.251",
        "239.1.2.3",
        "255.255.255.255",
        "0.0.0.0",
        "[::]",
        "[ff02::1]",
        "[fd00:ec2::254]",
        "100.100.100.200",
        "[::ffff:169.254.169.254]",
        "[64:ff9b::a9fe:a9fe]",
        "[2002:a9fe:a9fe::1]",
        "[::a9fe:a9fe]",
      })
  @DisplayName("MC-2: links, groups and metadata never, even where everything is listed")
  void neverAllows(String host) {
    SourcePolicy policy = policy("*,0.0.0.0/0,::/0");
    assertRefuses(policy, "rtsp://" + host + "/1");
    names.put("cam.example", host.replaceAll("[\\[\\]]", ""));
    assertRefuses(policy, "rtsp://cam.example/1");
  }

  @ParameterizedTest
  @CsvSource({
    "10.1.2.3, PRIVATE",
    "172.31.0.1, PRIVATE",
    "172.32.0.1, PUBLIC",
    "100.64.0.1, PRIVATE",
    "::1, PRIVATE",
    "fd12::1, PRIVATE",
    "64:ff9b::a01:203, PRIVATE",
    "2001:db8::1, PUBLIC",
    "8.8.8.8, PUBLIC",
  })
  void knowsWhatAddressesAreFor(String address, AddressClass expected) throws Exception {
    assertEquals(expected, AddressClass.of(InetAddress.getByName(address)));
  }

  @Test
  @DisplayName("MC-3: one look-up, and its address is kept")
  void resolvesOnce() {
    names.put("cam.example", "93.184.215.14");
    RtspOrigin origin = (RtspOrigin) policy("cam.example").rtsp("rtsp://cam.example/1");
    names.put("cam.example", "127.0.0.1");
    assertEquals("93.184.215.14", origin.source().address().getHostAddress());
    assertEquals(1, lookups);
  }

  @Test
  void takesTheAddressThatIsAllowedOfSeveral() throws Exception {
    InetAddress[] both = {InetAddress.getByName("10.0.0.1"), InetAddress.getByName("8.8.8.8")};
    SourcePolicy policy =
        new SourcePolicy(
            Sources.settings(Map.of("SIGHTLINE_MEDIA_SOURCES_HOSTS", "cam.example")), h -> both);
    RtspOrigin origin = (RtspOrigin) policy.rtsp("rtsp://cam.example/1");
    assertEquals(both[1], origin.source().address());
  }

  @Test
  void tellsOfANameWithoutAddress() {
    CaptureException e =
        assertThrows(CaptureException.class, () -> policy("*").rtsp("rtsp://nowhere.example/1"));
    assertEquals("rtsp://nowhere.example/…: the host has no address", e.getMessage());
  }

  @Test
  @DisplayName("MC-4: an option takes its own schemes only, and of them the listed ones")
  void holdsOptionsToTheirSchemes() {
    SourcePolicy policy =
        new SourcePolicy(Sources.settings(Map.of("SIGHTLINE_MEDIA_SOURCES_SCHEMES", "rtsp")));
    assertPermits(policy, "rtsp://127.0.0.1/1");
    assertRefuses(policy, "rtsps://127.0.0.1/1");
    assertThrows(CaptureException.class, () -> policy.rtsp("http://127.0.0.1/1"));
    assertThrows(CaptureException.class, () -> policy.mjpeg("rtsp://127.0.0.1/1"));
    SourceNotAllowed e =
        assertThrows(SourceNotAllowed.class, () -> policy.mjpeg("http://127.0.0.1/1"));
    assertTrue(e.getMessage().contains("sightline.media.sources.schemes"), e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"10.0.0.0/33", "fd00::/129", "http://cam", "ca*m", "*.*.com", "a b", "10.0.0.256"})
  void refusesWrongEntriesAtTheStart(String entry) {
    assertThrows(SettingsException.class, () -> policy(entry));
  }

  @Test
  void refusesUnknownSchemesAtTheStart() {
    assertThrows(
        SettingsException.class,
        () ->
            new SourcePolicy(Sources.settings(Map.of("SIGHTLINE_MEDIA_SOURCES_SCHEMES", "file"))));
  }
}
