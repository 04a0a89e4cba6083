package io.sightline.worker;

import io.sightline.http.HttpDoors;
import io.sightline.session.SessionEnvironment;
import io.sightline.session.SessionRegistry;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;

/** Puts the package together inside the container. */
@ApplicationScoped
class WorkerBeans {
  /** Seconds for candidates: those of this machine come at once, a relay's may never. */
  private static final long PATIENCE = 2;

  @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
  private ManagedScheduledExecutorService timer;

  @Produces
  @Singleton
  HttpDoors doors(SessionRegistry registry, SessionEnvironment environment) {
    return new WorkerDoors(
        registry::open,
        task -> timer.schedule(task, PATIENCE, TimeUnit.SECONDS),
        environment::iceServers);
  }
}
