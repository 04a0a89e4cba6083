package io.sightline.datachannel;

import java.util.List;

/**
 * What a client may say on the data channel (roboflow.md 1.5); null means unchanged.
 *
 * @param ack last handled frame id, null where absent
 */
public record ControlMessage(List<String> streamOutput, List<String> dataOutput, Long ack) {
  /**
   * @throws DataChannelException where the text is no such message; the message says what is wrong
   */
  public static ControlMessage parse(String text) {
    throw new UnsupportedOperationException();
  }
}
