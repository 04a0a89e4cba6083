package io.sightline.signaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.sightline.session.NotAvailable;
import org.junit.jupiter.api.Test;

class ErrorMappingTest {
  @Test
  void keepsNameAndSentenceOfKnownErrors() {
    ServerMessage.Problem problem =
        ErrorMapping.problem(new NotAvailable("'rtsp_url'", "send the video"), true);
    assertEquals("NotAvailable", problem.errorType());
    assertEquals(
        "'rtsp_url' is not available on this server yet: send the video", problem.message());
    assertEquals(true, problem.fatal());
    assertNull(problem.blocksErrors());
  }

  @Test
  void tellsNothingOfTheInsideOfUnknownErrors() {
    ServerMessage.Problem problem =
        ErrorMapping.problem(new IllegalStateException("/etc/secret"), false);
    assertEquals("InternalError", problem.errorType());
    assertEquals(false, problem.message().contains("secret"));
  }
}
