package io.sightline.session;

import io.sightline.pipeline.BoundedExecutor;
import io.sightline.settings.Settings;
import io.sightline.workflow.WorkflowEngine;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;

/** Puts the package together inside a container; outside of one its callers do. */
@ApplicationScoped
class SessionBeans {
  @Resource(lookup = "java:comp/DefaultManagedExecutorService")
  private ManagedExecutorService lifeCycle;

  /** Defined in the deployment descriptor. */
  @Resource(lookup = "java:module/concurrent/frames")
  private ManagedExecutorService frames;

  @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
  private ManagedScheduledExecutorService timer;

  @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
  private ManagedThreadFactory threads;

  private NamedThreads captures;

  /** Blocks find what they need, such as the model store, among the beans by its type. */
  @Produces
  @Singleton
  WorkflowEngine engine(Settings settings, @Any Instance<Object> beans, BoundedExecutor bounded) {
    return new WorkflowEngine(settings, type -> resource(beans.select(type)), bounded);
  }

  private static Object resource(Instance<?> found) {
    return found.isResolvable() ? found.get() : null;
  }

  @Produces
  @Singleton
  SessionEnvironment environment(
      Settings settings, WorkflowEngine engine, BoundedExecutor bounded) {
    captures = new NamedThreads(threads, "sightline-capture");
    SessionEnvironment environment =
        SessionEnvironment.of(
            settings,
            engine,
            lifeCycle,
            bounded,
            captures,
            (task, time) -> timer.schedule(task, time.toMillis(), TimeUnit.MILLISECONDS));
    environment.uploads().sweep();
    return environment;
  }

  /** One for all sessions and for the engine, so that frames in all take so many threads. */
  @Produces
  @Singleton
  BoundedExecutor bounded(Settings settings) {
    return SessionEnvironment.frames(settings, frames);
  }

  @Produces
  @Singleton
  SessionRegistry registry(SessionEnvironment environment, Instance<Session> sessions) {
    return new SessionRegistry(
        environment.limits().sessions(),
        sessions::get,
        session -> sessions.destroy((Session) session));
  }

  @PreDestroy
  void stop() {
    if (captures != null) {
      captures.close();
    }
  }
}
