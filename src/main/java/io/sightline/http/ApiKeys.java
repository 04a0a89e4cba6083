package io.sightline.http;

import io.sightline.settings.Settings;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * The keys that requests must bring, known by their SHA-256 hashes only. No hashes, no keys needed.
 */
public final class ApiKeys {
  private static final String SETTING = "sightline.security.api.keys";
  private static final String BEARER = "bearer ";
  private static final String PARAMETER = "api_key=";
  private static final int KEY_MAX = 1024;

  private final List<byte[]> hashes;

  private ApiKeys(List<byte[]> hashes) {
    this.hashes = hashes;
  }

  /**
   * @throws io.sightline.settings.SettingsException where one is no SHA-256 in 64 hexadecimal
   *     digits
   */
  public static ApiKeys of(Settings settings) {
    List<String> texts = settings.list(SETTING);
    if (!texts.stream().allMatch(text -> text.matches("[0-9A-Fa-f]{64}"))) {
      throw settings.refuse(SETTING, "SHA-256 hashes of keys, 64 hexadecimal digits each");
    }
    return new ApiKeys(texts.stream().map(HexFormat.of()::parseHex).toList());
  }

  /** The key of a request's query, else of its header; null where neither has one. */
  public static String of(String query, String authorization) {
    for (String parameter : (query == null ? "" : query).split("&")) {
      if (parameter.startsWith(PARAMETER) && parameter.length() > PARAMETER.length()) {
        return decoded(parameter.substring(PARAMETER.length()));
      }
    }
    if (authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
      String token = authorization.substring(BEARER.length()).strip();
      return token.isEmpty() ? null : token;
    }
    return null;
  }

  /**
   * @param key null where the request has none
   * @throws HttpException with the status of Roboflow's server: 400 without a key, 401 with a wrong
   *     one
   */
  public void check(String key) {
    if (!required()) {
      return;
    }
    if (key == null || key.isEmpty()) {
      throw new HttpException(
          400,
          "MissingApiKeyError",
          "a key is required: in the query or the body as 'api_key', or as a bearer's token");
    }
    if (!isKnown(key)) {
      throw new HttpException(
          401, "RoboflowAPINotAuthorizedError", "the key is none of this server's");
    }
  }

  /** Whether this server has a list of keys at all. */
  public boolean required() {
    return !hashes.isEmpty();
  }

  /** Looks at all of them, whichever fits, so that time tells nothing. */
  public boolean isKnown(String key) {
    byte[] hash = hash(key.length() > KEY_MAX ? "" : key);
    boolean known = false;
    for (byte[] one : hashes) {
      known |= MessageDigest.isEqual(one, hash);
    }
    return known;
  }

  private static byte[] hash(String key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
