package io.sightline.session;

/**
 * What the server's log says of one session. Used on the serial executor, but for the last line,
 * which may come from any thread.
 */
final class SessionStory {
  private static final String UNKNOWN = "an unknown address";

  private final String id;
  private final SessionJournal journal;
  private volatile String client = UNKNOWN;
  private volatile boolean begun;

  SessionStory(String id, SessionJournal journal) {
    this.id = id;
    this.journal = journal;
  }

  /** The offer came from this address, null where nobody knows. */
  void offered(String address) {
    client = address == null ? UNKNOWN : address;
  }

  /** Media can flow, perhaps not for the first time; where need be the library knows from where. */
  void connected(PeerConnection connection, double uptimeSeconds) {
    if (begun) {
      return;
    }
    begun = true;
    if (!client.equals(UNKNOWN)) {
      journal.connected(id, client, uptimeSeconds);
      return;
    }
    connection.stats(
        report -> {
          String address = PeerAddress.of(report.getStats());
          client = address == null ? UNKNOWN : address;
          journal.connected(id, client, uptimeSeconds);
        });
  }

  void ended(SessionSnapshot last, EndReason reason, String message) {
    journal.ended(last, client, begun, reason, message);
  }
}
