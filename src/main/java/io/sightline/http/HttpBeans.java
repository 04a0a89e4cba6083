package io.sightline.http;

import io.sightline.settings.Settings;
import io.sightline.vision.PictureSource;
import io.sightline.workflow.WorkflowEngine;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Puts the package together inside the container. */
@ApplicationScoped
class HttpBeans {
  @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
  private ManagedThreadFactory threads;

  @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
  private ManagedScheduledExecutorService timer;

  private WorkThreads work;

  @Produces
  @Singleton
  OriginPolicy origins(Settings settings) {
    return OriginPolicy.of(settings);
  }

  @Produces
  @Singleton
  ApiKeys keys(Settings settings) {
    return ApiKeys.of(settings);
  }

  @Produces
  @Singleton
  PictureSource pictures(Settings settings) {
    return RemotePictures.of(settings);
  }

  @Produces
  @Singleton
  RequestDesk desk(
      Settings settings,
      WorkflowEngine engine,
      OriginPolicy origins,
      ApiKeys keys,
      @Any Instance<HttpDoors> more) {
    HttpSettings own = HttpSettings.of(settings);
    work = new WorkThreads(own.threads(), threads);
    List<HttpDoors> doors = new ArrayList<>();
    doors.add(new WorkflowDoors(engine, engine.store(), own));
    more.forEach(doors::add);
    return new RequestDesk(own, origins, keys, doors, work, timer);
  }

  @PreDestroy
  void stop() {
    if (work != null) {
      work.close();
    }
  }
}
