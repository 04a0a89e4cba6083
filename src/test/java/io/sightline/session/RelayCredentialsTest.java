package io.sightline.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.settings.ReferenceFile;
import io.sightline.settings.Settings;
import io.sightline.settings.SettingsException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RelayCredentialsTest {
  private static final String SECRET = "north-star";
  private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(1_000_000), ZoneOffset.UTC);

  @Test
  @DisplayName("S-18: the user name begins with its expiry, the credential is its HMAC-SHA1")
  void signsAnExpiringUserName() throws Exception {
    RelayCredentials credentials = new RelayCredentials(SECRET, Duration.ofSeconds(60), CLOCK);
    IceServer one = credentials.issue();
    assertTrue(one.username().matches("1000060:[A-Za-z0-9_-]{12}"), one.username());
    Mac mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec(SECRET.getBytes(), "HmacSHA1"));
    assertEquals(
        Base64.getEncoder().encodeToString(mac.doFinal(one.username().getBytes())),
        one.credential());
    assertNotEquals(one.username(), credentials.issue().username());
    assertFalse(one.toString().contains(one.credential()));
  }

  @Test
  void givesEveryTurnServerTheSameAndStunServersNone() {
    OwnIceServers own =
        own(
            Map.of(
                "SIGHTLINE_MEDIA_ICE_SERVERS",
                "stun:a:1, turn:b:2, turns:c:3?transport=tcp",
                "SIGHTLINE_MEDIA_ICE_SECRET",
                SECRET));
    List<IceServer> servers = own.issue();
    assertEquals(3, servers.size());
    assertNull(servers.get(0).username());
    assertEquals(servers.get(1).credential(), servers.get(2).credential());
    assertNotEquals(servers.get(1).username(), own.issue().get(1).username());
  }

  @Test
  void refusesTurnServersThatNobodyCouldUse() {
    String message = refused(Map.of("SIGHTLINE_MEDIA_ICE_SERVERS", "turn:b:2"));
    assertTrue(message.contains(".secret, must be set"), message);
    String offline =
        refused(Map.of("SIGHTLINE_MEDIA_ICE_SERVERS", "stun:a:1", "SIGHTLINE_OFFLINE", "true"));
    assertTrue(offline.contains("empty where sightline.offline is true"), offline);
    String ttl =
        refused(
            Map.of(
                "SIGHTLINE_MEDIA_ICE_SECRET", SECRET, "SIGHTLINE_MEDIA_ICE_CREDENTIAL_TTL", "1"));
    assertFalse(ttl.contains(SECRET), ttl);
  }

  @Test
  @DisplayName("S-19: offline no client's ICE server is taken")
  void takesNoIceServersOffline() {
    OwnIceServers own = own(Map.of("OFFLINE_MODE", "True"));
    assertEquals(List.of(), own.with(List.of()));
    IceServer stun = new IceServer(List.of("stun:a:1"), null, null);
    assertThrows(ConfigurationRejected.class, () -> own.with(List.of(stun)));
  }

  @Test
  @DisplayName("S-19: names in candidates are not looked up, unless a setting says so")
  void leavesNamesInCandidatesOut() {
    String name = "candidate:1 1 udp 2122260223 3f2a.local 54321 typ host";
    String four = name.replace("3f2a.local", "192.0.2.1");
    String six = name.replace("3f2a.local", "2001:db8::1");
    IceReach usual = reach(Map.of());
    assertFalse(usual.admits(name));
    assertFalse(usual.admits(name.replace("3f2a.local", "attacker.example")));
    assertFalse(usual.admits(name.replace("3f2a.local", "fd00.example")));
    assertTrue(usual.admits(four));
    assertTrue(usual.admits(six));
    assertEquals(
        "v=0\r\na=" + four + "\r\na=mid:0\r\n",
        usual.admitted("v=0\r\na=" + name + "\r\na=" + four + "\r\na=mid:0\r\n"));
    assertTrue(reach(Map.of("SIGHTLINE_MEDIA_ICE_NAMES", "true")).admits(name));
    assertFalse(
        reach(Map.of("SIGHTLINE_MEDIA_ICE_NAMES", "true", "SIGHTLINE_OFFLINE", "true"))
            .admits(name));
  }

  private static IceReach reach(Map<String, String> variables) {
    return IceReach.of(settings(variables));
  }

  private static OwnIceServers own(Map<String, String> variables) {
    return OwnIceServers.of(settings(variables));
  }

  private static String refused(Map<String, String> variables) {
    return assertThrows(SettingsException.class, () -> own(variables)).getMessage();
  }

  private static Settings settings(Map<String, String> variables) {
    return new ReferenceFile(variables).settings();
  }
}
