package io.sightline.signaling;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Writes down what leaves; the reader at its end may be slow. */
final class FakeWire implements Wire {
  final List<String> sent = new ArrayList<>();
  Integer code;
  String reason;
  Consumer<Throwable> waiting;
  boolean slow;

  @Override
  public void send(String text, Consumer<Throwable> done) {
    sent.add(text);
    if (slow) {
      waiting = done;
    } else {
      done.accept(null);
    }
  }

  @Override
  public void close(int closeCode, String closeReason) {
    code = closeCode;
    reason = closeReason;
  }

  String last() {
    return sent.get(sent.size() - 1);
  }
}
