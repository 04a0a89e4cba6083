package io.sightline.datachannel;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Texts as the reference's serialisers print them. */
final class Golden {
  private Golden() {}

  static String text(String name) {
    return io.sightline.json.Golden.text(Golden.class, name);
  }

  static String text(ByteBuffer piece) {
    return StandardCharsets.UTF_8.decode(piece.duplicate()).toString();
  }
}
