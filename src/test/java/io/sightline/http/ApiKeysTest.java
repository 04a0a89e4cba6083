package io.sightline.http;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.settings.ReferenceFile;
import io.sightline.settings.SettingsException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ApiKeysTest {
  private static final String SECRET =
      "2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b";
  private static final String OTHER =
      "b1ebec41ab6ad0bc7cc2671c5a65d52dd3e16f8a1ecc0fb9ae0ba1e6a6e52f2f";

  @Test
  void asksForNoKeyWhereNoneIsListed() {
    assertDoesNotThrow(() -> keys("").check(null));
    assertDoesNotThrow(() -> keys("").check("anything"));
  }

  @Test
  @DisplayName("H-9: any of the listed keys opens, no other does")
  void letsInWhoBringsAListedKey() {
    ApiKeys keys = keys(OTHER + "," + SECRET.toUpperCase(Locale.ROOT));
    assertDoesNotThrow(() -> keys.check("secret"));
    assertEquals(400, status(keys, null));
    assertEquals(400, status(keys, ""));
    assertEquals(401, status(keys, "Secret"));
    assertEquals(401, status(keys, SECRET));
    assertEquals(401, status(keys, "s".repeat(100_000)));
  }

  @Test
  @DisplayName("H-9: no answer repeats the key")
  void tellsNobodyTheKey() {
    HttpException refused =
        assertThrows(HttpException.class, () -> keys(SECRET).check("nearly-secret"));
    String body = new String(refused.reply().body(), StandardCharsets.UTF_8);
    assertTrue(!body.contains("nearly") && !refused.toString().contains("nearly"), body);
  }

  @Test
  void findsTheKeyInTheQueryFirst() {
    assertEquals("a b", ApiKeys.of("x=1&api_key=a%20b", "Bearer c"));
    assertEquals("c", ApiKeys.of("api_key=", "bearer  c "));
    assertEquals("%zz", ApiKeys.of("api_key=%zz", null));
    assertNull(ApiKeys.of(null, "Basic c"));
    assertNull(ApiKeys.of("key=1", "Bearer "));
  }

  @Test
  void refusesWhatIsNoHash() {
    String message = assertThrows(SettingsException.class, () -> keys("secret")).getMessage();
    assertTrue(message.contains("sightline.security.api.keys"), message);
  }

  private static int status(ApiKeys keys, String key) {
    return assertThrows(HttpException.class, () -> keys.check(key)).reply().status();
  }

  private static ApiKeys keys(String hashes) {
    return ApiKeys.of(new ReferenceFile(Map.of("SIGHTLINE_SECURITY_API_KEYS", hashes)).settings());
  }
}
