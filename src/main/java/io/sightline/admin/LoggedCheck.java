package io.sightline.admin;

import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Another check, which writes to the log when it goes down, says something new, or comes back. */
final class LoggedCheck implements HealthCheck {
  private static final System.Logger LOG = System.getLogger(LoggedCheck.class.getName());

  private final HealthCheck check;
  private final AtomicReference<Map<String, Object>> reported = new AtomicReference<>();

  LoggedCheck(HealthCheck check) {
    this.check = check;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponse answer = check.call();
    boolean up = answer.getStatus() == HealthCheckResponse.Status.UP;
    Map<String, Object> now = up ? null : answer.getData().orElse(Map.of());
    Map<String, Object> before = reported.getAndSet(now);
    if (!up && !now.equals(before)) {
      LOG.log(Level.WARNING, "health check ''{0}'' is down: {1}", answer.getName(), now);
    } else if (up && before != null) {
      LOG.log(Level.INFO, "health check ''{0}'' is up again", answer.getName());
    }
    return answer;
  }
}
