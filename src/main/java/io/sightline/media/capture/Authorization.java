package io.sightline.media.capture;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The credentials of a source as it asks for them: Digest (RFC 7616) rather than Basic (RFC 7617).
 * Nothing is sent before it is asked for.
 */
final class Authorization {
  private static final Pattern PARAMETER =
      Pattern.compile("([A-Za-z-]{1,20})\\s*=\\s*(?:\"([^\"]{0,1000})\"|([^\\s,\"]{1,1000}))");
  private static final Map<String, String> HASHES = Map.of("MD5", "MD5", "SHA-256", "SHA-256");
  private static final int CNONCE_BYTES = 16;

  private final SourceUrl url;
  private final SecureRandom random = new SecureRandom();
  private Map<String, String> digest;
  private boolean basic;
  private int uses;

  Authorization(SourceUrl url) {
    this.url = url;
  }

  /** Takes up the challenges of a 401; false where none of them can be answered. */
  boolean challenged(List<String> challenges) {
    digest = null;
    basic = false;
    uses = 0;
    if (url.user() == null) {
      return false;
    }
    for (String challenge : challenges) {
      if (begins(challenge, "Digest ") && digest == null) {
        Map<String, String> parameters = parameters(challenge);
        boolean known =
            HASHES.containsKey(algorithm(parameters)) && parameters.get("nonce") != null;
        digest = known ? parameters : null;
      } else if (begins(challenge, "Basic")) {
        basic = true;
      }
    }
    return digest != null || basic;
  }

  /** The line to add to a request, empty where nothing was asked for. */
  String header(String method, String uri) {
    if (digest != null) {
      return "Authorization: Digest " + digest(method, uri) + "\r\n";
    }
    if (basic) {
      byte[] pair = (url.user() + ":" + url.password()).getBytes(StandardCharsets.UTF_8);
      return "Authorization: Basic " + Base64.getEncoder().encodeToString(pair) + "\r\n";
    }
    return "";
  }

  private String digest(String method, String uri) {
    String realm = digest.getOrDefault("realm", "");
    String nonce = digest.get("nonce");
    String secret = hash(url.user() + ":" + realm + ":" + url.password());
    String request = hash(method + ":" + uri);
    StringBuilder line = new StringBuilder();
    line.append(
        "username=\"%s\", realm=\"%s\", nonce=\"%s\", uri=\"%s\""
            .formatted(url.user(), realm, nonce, uri));
    String response;
    if (digest.getOrDefault("qop", "").matches("(?i)(.*,)?\\s*auth\\s*(,.*)?")) {
      String count = "%08x".formatted(++uses);
      byte[] bytes = new byte[CNONCE_BYTES];
      random.nextBytes(bytes);
      String cnonce = HexFormat.of().formatHex(bytes);
      response = hash(secret + ":" + nonce + ":" + count + ":" + cnonce + ":auth:" + request);
      line.append(", qop=auth, nc=%s, cnonce=\"%s\"".formatted(count, cnonce));
    } else {
      response = hash(secret + ":" + nonce + ":" + request);
    }
    line.append(", response=\"").append(response).append('"');
    if (digest.containsKey("algorithm")) {
      line.append(", algorithm=").append(algorithm(digest));
    }
    if (digest.containsKey("opaque")) {
      line.append(", opaque=\"").append(digest.get("opaque")).append('"');
    }
    return line.toString();
  }

  private String hash(String text) {
    try {
      MessageDigest hash = MessageDigest.getInstance(HASHES.get(algorithm(digest)));
      return HexFormat.of().formatHex(hash.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new CaptureException(url + ": the digest of the source cannot be computed", e);
    }
  }

  private static String algorithm(Map<String, String> parameters) {
    return parameters.getOrDefault("algorithm", "MD5").toUpperCase(Locale.ROOT);
  }

  private static Map<String, String> parameters(String challenge) {
    Map<String, String> parameters = new HashMap<>();
    Matcher matcher = PARAMETER.matcher(challenge);
    while (matcher.find()) {
      String value = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
      parameters.put(matcher.group(1).toLowerCase(Locale.ROOT), value);
    }
    return parameters;
  }

  private static boolean begins(String text, String scheme) {
    return text.regionMatches(true, 0, scheme, 0, scheme.length());
  }
}
