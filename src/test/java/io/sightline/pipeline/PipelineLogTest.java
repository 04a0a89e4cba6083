package io.sightline.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.datachannel.ResultChannelSnapshot;
import io.sightline.media.FrameSourceSnapshot;
import io.sightline.settings.ReferenceFile;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PipelineLogTest {
  private final List<String> lines = new ArrayList<>();
  private final AtomicLong now = new AtomicLong();
  private final Logger logger = Logger.getLogger(FramePipeline.class.getName());
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          lines.add(MessageFormat.format(line.getMessage(), line.getParameters()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    logger.addHandler(handler);
  }

  @AfterEach
  void leave() {
    logger.removeHandler(handler);
  }

  @Test
  @DisplayName("P-16: queues and times every five seconds, where they are asked for")
  void writesEveryFiveSeconds() {
    PipelineLog both =
        log(Map.of("DEBUG_AIORTC_QUEUES", "True", "DEBUG_WEBRTC_PROCESSING_LATENCY", "true"));
    visit(both, 4999);
    assertEquals(List.of(), lines);
    visit(both, 1);
    assertEquals(2, lines.size(), lines::toString);
    assertTrue(
        lines.get(0).startsWith("session 7: frames waiting 7, received 9, dropped 1"),
        lines.get(0));
    assertTrue(lines.get(0).contains("results buffered 12 bytes"), lines.get(0));
    assertTrue(lines.get(1).startsWith("session 7: arrival to push p50"), lines.get(1));
    visit(both, 4999);
    assertEquals(2, lines.size());
    visit(both, 1);
    assertEquals(4, lines.size());
  }

  @Test
  void writesNothingByDefault() {
    PipelineLog quiet = log(Map.of());
    visit(quiet, 60_000);
    assertEquals(List.of(), lines);
  }

  private PipelineLog log(Map<String, String> variables) {
    return new PipelineLog(new ReferenceFile(variables).settings(), "session 7", now::get);
  }

  private void visit(PipelineLog log, long millis) {
    now.addAndGet(Duration.ofMillis(millis).toNanos());
    log.ifDue(
        () ->
            new Figures()
                .snapshot(
                    new FrameSourceSnapshot(9, 1, 0, 7, 25.0, 640, 480),
                    new ResultChannelSnapshot(3, 0, 0, 12)));
  }
}
