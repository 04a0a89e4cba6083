package io.sightline.workflow.blocks.sinks;

import io.sightline.settings.Settings;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.concurrent.ThreadFactory;

/** Offers blocks the application's one way out for requests and the one for files. */
@ApplicationScoped
class SinkBeans {
  @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
  private ManagedThreadFactory threads;

  private ThreadFactory named(String name) {
    return task -> {
      Thread thread = threads.newThread(task);
      thread.setName(name);
      return thread;
    };
  }

  @Produces
  @Singleton
  WebhookOutbox webhooks(Settings settings) {
    return new WebhookOutbox(WebhookSettings.of(settings), named("sightline-webhooks"));
  }

  void close(@Disposes WebhookOutbox webhooks) {
    webhooks.close();
  }

  @Produces
  @Singleton
  FileOutbox files(Settings settings) {
    return new FileOutbox(FileSettings.of(settings), named("sightline-files"));
  }

  void close(@Disposes FileOutbox files) {
    files.close();
  }
}
