package io.sightline.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sightline.workflow.WorkflowException;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkflowRejectedTest {
  @Test
  void tellsTheReasonThatTheReferencePutsBesideItsMessage() {
    assertEquals(
        "Wrong. See details in inner error. Inner error: steps: field required",
        message("Wrong. See details in inner error.", "steps: field required"));
  }

  @Test
  void leavesASentenceThatSaysItAll() {
    assertEquals("no model 'a'", message("no model 'a'", "java: whatever"));
    assertEquals("See inner error.", message("See inner error.", null));
  }

  @Test
  void boundsTheReason() {
    assertEquals(2031, message("See inner error.", "x".repeat(100_000)).length());
  }

  private static String message(String message, String reason) {
    Throwable cause = reason == null ? null : new IllegalArgumentException(reason);
    return new WorkflowRejected(
            new WorkflowException("RuntimeInputError", message, null, List.of(), cause))
        .getMessage();
  }
}
