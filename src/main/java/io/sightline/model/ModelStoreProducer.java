package io.sightline.model;

import io.sightline.settings.Settings;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The application's one {@link ModelStore}: warmed beside its start, closed at its end. */
@ApplicationScoped
class ModelStoreProducer {
  @Resource private ManagedExecutorService executor;

  @Produces
  @Singleton
  ModelStore modelStore(Settings settings) {
    return new ModelStore(settings);
  }

  void warmUp(@Observes @Initialized(ApplicationScoped.class) Object start, ModelStore store) {
    executor.execute(store::warmUp);
  }

  void close(@Disposes ModelStore store) {
    store.close();
  }
}
