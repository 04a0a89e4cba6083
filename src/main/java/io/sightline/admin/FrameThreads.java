package io.sightline.admin;

import io.sightline.pipeline.BoundedExecutor;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Up while threads whose workflow does not return can be replaced; only a restart gets rid of them.
 */
final class FrameThreads implements HealthCheck {
  private final BoundedExecutor frames;

  FrameThreads(BoundedExecutor frames) {
    this.frames = frames;
  }

  @Override
  public HealthCheckResponse call() {
    Answer answer = new Answer("threads for frames");
    if (frames.exhausted()) {
      answer.down();
    }
    return answer.with("stuck", frames.stuck()).response();
  }
}
