package io.sightline.workflow.blocks.sinks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SparseLogTest {
  private final List<String> lines = new ArrayList<>();

  private final class Lines implements System.Logger {
    @Override
    public String getName() {
      return "test";
    }

    @Override
    public boolean isLoggable(Level level) {
      return true;
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String text, Throwable thrown) {
      lines.add(text);
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String format, Object... parts) {
      lines.add(MessageFormat.format(format, parts));
    }
  }

  @Test
  void warnsOnceInTenSecondsAndSaysHowManyWereLeftOut() {
    long[] seconds = {5};
    SparseLog log = new SparseLog(new Lines(), () -> TimeUnit.SECONDS.toNanos(seconds[0]));
    IllegalStateException full = new IllegalStateException("full");
    log.warn("not written", full);
    log.warn("not written", full);
    seconds[0] += 9;
    log.warn("not written", full);
    seconds[0] += 1;
    log.warn("not written", full);
    assertEquals(
        List.of(
            "not written: " + full + " (0 warnings before it are left out)",
            "not written: " + full + " (2 warnings before it are left out)"),
        lines);
  }
}
