package io.sightline.model;

import io.sightline.settings.Settings;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * The application's one {@link ModelStore}: warmed beside its start, kept as its directory is,
 * closed at its end.
 */
@ApplicationScoped
class ModelStoreProducer {
  private static final int MILLIS_BETWEEN_LOOKS = 200;

  @Resource private ManagedScheduledExecutorService executor;
  private Future<?> looks;

  @Produces
  @Singleton
  ModelStore modelStore(Settings settings) {
    return new ModelStore(settings);
  }

  void warmUp(@Observes @Initialized(ApplicationScoped.class) Object start, ModelStore store) {
    executor.execute(store::warmUp);
    looks =
        executor.scheduleWithFixedDelay(
            store::follow, MILLIS_BETWEEN_LOOKS, MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
  }

  /** A look after the end of the application would be an error in the server's log. */
  @PreDestroy
  void stopLooking() {
    if (looks != null) {
      looks.cancel(false);
    }
  }

  void close(@Disposes ModelStore store) {
    store.close();
  }
}
