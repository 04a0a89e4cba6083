package io.sightline.session;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CandidateQueueTest {
  private final CandidateQueue queue = new CandidateQueue(3);

  @Test
  void keepsTheOrderOfArrival() {
    queue.add(host(1));
    queue.add(host(2));
    assertEquals(List.of(host(1), host(2)), queue.drain());
    assertEquals(List.of(), queue.drain());
  }

  @Test
  void takesTheSameCandidateOnce() {
    for (int i = 0; i < 10; i++) {
      queue.add(host(1));
    }
    assertEquals(1, queue.waiting());
  }

  @Test
  void saysWhenTheLimitIsReached() {
    queue.add(host(1));
    queue.add(host(2));
    queue.add(host(3));
    CandidateRejected rejected = assertThrows(CandidateRejected.class, () -> queue.add(host(4)));
    assertEquals("candidate limit reached: 3 of 3 accepted", rejected.getMessage());
    queue.drain();
    assertThrows(CandidateRejected.class, () -> queue.add(host(4)));
    queue.renew();
    queue.add(host(4));
    assertEquals(List.of(host(4)), queue.drain());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "candidate:1 1 udp 2122260223 192.0.2.1 54321 typ host",
        "candidate:842163049 1 udp 1677729535 203.0.113.7 46154 typ srflx raddr 10.0.0.1 rport 46154 generation 0 ufrag a+/b network-cost 999",
        "candidate:1 1 UDP 2122260223 f3c1d7b2-7c1f-4b7e-9f1a-2f4d1c0a9b8e.local 54321 typ host",
        "candidate:1 1 tcp 1518280447 2001:db8::1 9 typ host tcptype active",
        "a=candidate:1 2 udp 1 192.0.2.1 1 typ relay raddr 0.0.0.0 rport 0"
      })
  void acceptsCandidates(String line) {
    assertDoesNotThrow(() -> CandidateCheck.check(new IceCandidate(line, "0", 0)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense",
        "candidate:",
        "candidate:1 1 udp 2122260223 192.0.2.1 54321 typ",
        "candidate:1 1 udp 2122260223 192.0.2.1 54321 typ nowhere",
        "candidate:1 1 sctp 2122260223 192.0.2.1 54321 typ host",
        "candidate:1 1 udp 99999999999 192.0.2.1 54321 typ host",
        "candidate:1 1 udp 1 192.0.2.1 54321 typ host\r\na=evil",
        "candidate:1 1 udp 1 $(id) 54321 typ host"
      })
  void refusesWhatIsNone(String line) {
    CandidateRejected rejected =
        assertThrows(
            CandidateRejected.class, () -> CandidateCheck.check(new IceCandidate(line, "0", 0)));
    assertTrue(rejected.getMessage().contains("no ICE candidate"), rejected.getMessage());
  }

  @Test
  void refusesWhatBelongsNowhere() {
    String line = host(1).candidate();
    assertRejected(new IceCandidate(line, null, null), "needs 'sdpMid' or 'sdpMLineIndex'");
    assertRejected(new IceCandidate(line, null, -1), "must be 0 to 15, not -1");
    assertRejected(new IceCandidate(line, "0", 1_000_000), "must be 0 to 15, not 1000000");
    assertRejected(new IceCandidate(line, "x".repeat(65), 0), "at most 64 characters, not 65");
    assertRejected(new IceCandidate(null, "0", 0), "not none at all");
    assertRejected(new IceCandidate("candidate:".repeat(1000), "0", 0), "not 10000");
  }

  private static void assertRejected(IceCandidate candidate, String part) {
    CandidateRejected rejected =
        assertThrows(CandidateRejected.class, () -> CandidateCheck.check(candidate));
    assertTrue(rejected.getMessage().contains(part), rejected.getMessage());
  }

  private static IceCandidate host(int n) {
    return new IceCandidate("candidate:" + n + " 1 udp 1 192.0.2.1 5000 typ host", "0", 0);
  }
}
