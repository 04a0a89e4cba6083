package io.sightline.signaling;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The sockets that have not opened a session: their number is limited, and who says nothing for too
 * long is closed. Safe for several threads.
 */
final class OpenSockets {
  private final int limit;
  private final AtomicInteger places = new AtomicInteger();
  private final Set<Conversation> waiting = ConcurrentHashMap.newKeySet();

  OpenSockets(int limit) {
    this.limit = limit;
  }

  /** Gives a new socket a place, or refuses it. */
  void admit(Conversation conversation) {
    if (places.getAndUpdate(n -> n < limit ? n + 1 : n) >= limit) {
      conversation.refuse(new SocketLimitReached(limit), CloseCode.TRY_AGAIN_LATER);
    } else {
      waiting.add(conversation);
    }
  }

  /** The socket has a session now, or is closed; further calls change nothing. */
  void leave(Conversation conversation) {
    if (waiting.remove(conversation)) {
      places.decrementAndGet();
    }
  }

  /** Closes the sockets that have waited for too long. */
  void sweep() {
    waiting.forEach(Conversation::expire);
  }

  int size() {
    return places.get();
  }
}
