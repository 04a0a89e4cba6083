package io.sightline.session;

import io.sightline.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Credentials for TURN servers that know nothing of users, only a secret that this server shares
 * with them (draft-uberti-behave-turn-rest-00, section 2.2): the user name begins with the second
 * at which it expires, the credential proves that who made it knows the secret.
 */
final class RelayCredentials {
  private static final String ALGORITHM = "HmacSHA1";

  private final SecretKeySpec secret;
  private final Duration valid;
  private final Clock clock;

  /**
   * @param valid how long a user name is
   */
  RelayCredentials(String secret, Duration valid, Clock clock) {
    this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    this.valid = valid;
    this.clock = clock;
  }

  /** As the settings say, null where there is no secret. */
  static RelayCredentials of(Settings settings) {
    Duration valid = settings.seconds("sightline.media.ice.credential.ttl", 60, 2_592_000);
    String secret = settings.text("sightline.media.ice.secret");
    return secret.isEmpty() ? null : new RelayCredentials(secret, valid, Clock.systemUTC());
  }

  /** A new user name and its credential, for no server in particular. */
  IceServer issue() {
    long expiry = clock.instant().plus(valid).getEpochSecond();
    String username = expiry + ":" + Tokens.next().substring(0, 12);
    return new IceServer(List.of(), username, sign(username));
  }

  private String sign(String username) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(secret);
      byte[] signature = mac.doFinal(username.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(signature);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JVM has " + ALGORITHM, e);
    }
  }
}
