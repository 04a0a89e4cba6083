package io.sightline.pipelines;

import io.sightline.http.ApiKeys;
import io.sightline.http.BodyParser;
import io.sightline.http.HttpDoors;
import io.sightline.media.capture.SourcePolicy;
import io.sightline.session.NamedThreads;
import io.sightline.session.SessionEnvironment;
import io.sightline.session.SessionRegistry;
import io.sightline.settings.Settings;
import io.sightline.stream.StreamEnvironment;
import io.sightline.stream.StreamLimits;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;

/** Puts the package together inside the container. */
@ApplicationScoped
class PipelineBeans {
  /** Seconds for candidates: those of this machine come at once, a relay's may never. */
  private static final long PATIENCE = 2;

  @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
  private ManagedScheduledExecutorService timer;

  @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
  private ManagedThreadFactory factory;

  @Inject private Settings settings;
  @Inject private SessionRegistry registry;
  @Inject private SessionEnvironment sessions;
  private Commands commands;
  private NamedThreads threads;
  private CommandServer server;

  @Produces
  @Singleton
  HttpDoors doors() {
    return new PipelineDoors(PipelineSettings.of(settings).http(), commands());
  }

  void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
    PipelineSettings own = PipelineSettings.of(settings);
    if (own.tcp()) {
      CommandReader reader =
          new CommandReader(new BodyParser(settings), ApiKeys.of(settings), own.everyKeyed());
      Commands all = commands();
      threads = new NamedThreads(factory, "sightline-stream-manager");
      server =
          new CommandServer(
              own, threads, socket -> new CommandConnection(socket, own, reader, all, timer));
    }
  }

  @PreDestroy
  void stop() {
    if (server != null) {
      server.close();
    }
    if (threads != null) {
      threads.close();
    }
  }

  /** One for both ways in. */
  private synchronized Commands commands() {
    if (commands == null) {
      StreamEnvironment environment =
          new StreamEnvironment(
              settings,
              StreamLimits.of(settings),
              new SourcePolicy(settings),
              sessions.engine(),
              sessions.frames(),
              sessions.captures(),
              (task, delay) -> timer.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS));
      commands =
          new Commands(
              registry,
              environment,
              new ResultForm(settings),
              sessions.lifeCycle(),
              task -> timer.schedule(task, PATIENCE, TimeUnit.SECONDS));
    }
    return commands;
  }
}
