package io.sightline.workflow.blocks.sinks;

import io.sightline.settings.Settings;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Offers blocks the application's one way out for requests and the one for files. */
@ApplicationScoped
class SinkBeans {
  @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
  private ManagedThreadFactory threads;

  @Produces
  @Singleton
  WebhookOutbox webhooks(Settings settings) {
    return new WebhookOutbox(WebhookSettings.of(settings), threads);
  }

  void close(@Disposes WebhookOutbox webhooks) {
    webhooks.close();
  }

  @Produces
  @Singleton
  FileOutbox files(Settings settings) {
    return new FileOutbox(FileSettings.of(settings), threads);
  }

  void close(@Disposes FileOutbox files) {
    files.close();
  }
}
