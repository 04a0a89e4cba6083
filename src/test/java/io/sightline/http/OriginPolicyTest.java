package io.sightline.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sightline.settings.Settings;
import io.sightline.settings.SettingsException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("G-8: pages of strangers do not get a socket")
class OriginPolicyTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, host:9080, true",
        "http://host:9080, host:9080, true",
        "http://HOST:9080, host:9080, true",
        "http://host, host:80, true",
        "https://host, host, true",
        "https://host, host:443, true",
        "http://[::1]:9080, [::1]:9080, true",
        "https://shop.example, host:9080, true",
        "http://host:9081, host:9080, false",
        "http://evil.example, host:9080, false",
        "http://host:9080.evil.example, host:9080, false",
        "null, host:9080, false",
        "http://host:9080, -, false",
        "::::, host:9080, false"
      })
  void allowsOwnAndListedPages(String origin, String host, boolean allowed) {
    OriginPolicy policy = new OriginPolicy(List.of("https://SHOP.example"));
    assertEquals(allowed, policy.allows(origin, host));
  }

  @Test
  void allowsEverybodyOnRequest() {
    assertEquals(true, new OriginPolicy(List.of("*")).allows("http://evil.example", "host"));
  }

  @Test
  void allowsPagesOfFilesWhereTheyAreListed() {
    OriginPolicy policy = OriginPolicy.of(new Settings(name -> Optional.of("null")));
    assertEquals(true, policy.allows("null", "host"));
    assertEquals(false, policy.allows("http://evil.example", "host"));
  }

  @Test
  void refusesASettingThatIsNoOrigin() {
    Settings settings = new Settings(name -> Optional.of("shop.example"));
    assertThrows(SettingsException.class, () -> OriginPolicy.of(settings));
  }
}
