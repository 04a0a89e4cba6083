package io.sightline.pipeline;

import java.util.concurrent.Executor;

/**
 * At most so many tasks at once on the container's executor; the rest wait in order of arrival. Its
 * queue holds one entry a session at most, because sessions submit through {@link SerialExecutor}.
 */
public final class BoundedExecutor implements Executor {
  public BoundedExecutor(Executor shared, int threads) {}

  @Override
  public void execute(Runnable task) {
    throw new UnsupportedOperationException();
  }
}
