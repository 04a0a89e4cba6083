package io.sightline.admin;

import io.sightline.session.SessionRegistry;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Up while new sessions are taken; a full server is up too. */
final class NotDraining implements HealthCheck {
  private final SessionRegistry registry;

  NotDraining(SessionRegistry registry) {
    this.registry = registry;
  }

  @Override
  public HealthCheckResponse call() {
    Answer answer = new Answer("sessions");
    if (registry.draining()) {
      answer.down();
    }
    return answer.with("open", registry.size()).with("limit", registry.limit()).response();
  }
}
