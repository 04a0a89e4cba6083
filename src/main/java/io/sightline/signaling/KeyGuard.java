package io.sightline.signaling;

import io.sightline.http.ApiKeys;

/** Lets offers pass whose key, wherever it stands, is one of this server's. */
final class KeyGuard {
  private final ApiKeys keys;
  private final String brought;

  /**
   * @param brought the key of the request that became the socket; null where it had none
   */
  KeyGuard(ApiKeys keys, String brought) {
    this.keys = keys;
    this.brought = brought;
  }

  /**
   * @param told the key in the offer; null where it has none
   * @throws KeyRefused where the server has keys, and neither is one
   */
  void check(String told) {
    if (!keys.required()) {
      return;
    }
    String key = brought == null ? told : brought;
    if (key == null || key.isEmpty()) {
      throw new KeyRefused(
          "MissingApiKeyError",
          "a key is required: 'api_key' in the offer or in the socket's address, or a bearer's"
              + " token");
    }
    if (!keys.isKnown(key)) {
      throw new KeyRefused("NotAuthorised", "the key is none of this server's");
    }
  }
}
