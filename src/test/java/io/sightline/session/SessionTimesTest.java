package io.sightline.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("S-9: every session ends some day")
class SessionTimesTest {
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1000);
  private final SessionTimes times = new SessionTimes(Limits.SMALL, now::get);

  @Test
  void endsWhatNeverConnects() {
    pass(29);
    assertTrue(times.expiry().isEmpty());
    pass(1);
    assertExpired(EndReason.ERROR, "not connected within 30 s");
  }

  @Test
  void endsWhatIsCutOffForTooLong() {
    times.connected();
    times.disconnected();
    pass(10);
    times.disconnected();
    pass(4);
    assertTrue(times.expiry().isEmpty());
    pass(1);
    assertExpired(EndReason.ERROR, "cut off from the peer for 15 s");
  }

  @Test
  void forgivesAnInterruption() {
    times.connected();
    times.disconnected();
    pass(14);
    times.connected();
    pass(14);
    assertTrue(times.expiry().isEmpty());
  }

  @Test
  @DisplayName("S-13: a video that was stopped may come again within a while")
  void endsWhereAStoppedVideoDoesNotComeAgain() {
    times.connected();
    times.sending(true);
    times.sending(false);
    pass(20);
    times.sending(true);
    pass(20);
    times.sending(false);
    pass(10);
    times.sending(false);
    times.active();
    pass(14);
    assertTrue(times.expiry().isEmpty());
    pass(1);
    assertExpired(
        EndReason.SOURCE_ENDED, "the client has sent no video for 25 s since it stopped it");
  }

  @Test
  void waitsForNoVideoOfAClientThatNeverSentAny() {
    times.connected();
    times.sending(false);
    pass(50);
    assertTrue(times.expiry().isEmpty());
  }

  @Test
  void endsWhatIsIdle() {
    times.connected();
    times.frames(10);
    pass(59);
    times.frames(11);
    pass(35);
    times.frames(11);
    assertTrue(times.expiry().isEmpty());
    times.life(Duration.ofSeconds(1000));
    pass(25);
    assertExpired(EndReason.IDLE, "no frame and no message for 60 s");
  }

  @Test
  void countsAMessageAsASignOfLife() {
    times.life(Duration.ofSeconds(1000));
    times.connected();
    pass(59);
    times.active();
    pass(59);
    assertTrue(times.expiry().isEmpty());
  }

  @Test
  void endsWhatHasLivedLongEnough() {
    times.life(Duration.ofMillis(2500));
    times.connected();
    pass(3);
    assertExpired(EndReason.TIMEOUT_REACHED, "time limit of 2.5 s reached");
  }

  @Test
  void letsMediaGoOnForTheGraceTimeOfALostSocket() {
    times.connected();
    times.socketLost();
    pass(19);
    assertTrue(times.expiry().isEmpty());
    pass(1);
    assertExpired(EndReason.ERROR, "signaling socket lost for 20 s");
  }

  @Test
  void endsWhatIsStuckInItsWorkflow() {
    times.connected();
    times.life(Duration.ofSeconds(1000));
    times.frameBegan(now.get());
    pass(59);
    times.active();
    assertTrue(times.expiry().isEmpty());
    times.frameBegan(null);
    pass(10);
    assertTrue(times.expiry().isEmpty());
    times.frameBegan(now.get());
    pass(60);
    assertExpired(EndReason.ERROR, "a frame is in the workflow for more than 60 s");
  }

  private void pass(long seconds) {
    now.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
  }

  private void assertExpired(EndReason reason, String message) {
    assertEquals(Optional.of(new Expiry(reason, message)), times.expiry());
  }
}
