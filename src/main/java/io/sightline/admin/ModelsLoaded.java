package io.sightline.admin;

import io.sightline.model.ModelSnapshot;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Up when the start of the default model is over, however it ended. */
final class ModelsLoaded implements HealthCheck {
  private static final Set<String> UNDER_WAY = Set.of("idle", "loading");

  private final String defaultModel;
  private final Supplier<List<ModelSnapshot>> models;

  ModelsLoaded(String defaultModel, Supplier<List<ModelSnapshot>> models) {
    this.defaultModel = defaultModel;
    this.models = models;
  }

  @Override
  public HealthCheckResponse call() {
    Answer answer = new Answer("models loaded");
    for (ModelSnapshot model : models.get()) {
      answer.with(model.id(), model.state());
      if (model.id().equals(defaultModel) && UNDER_WAY.contains(model.state())) {
        answer.down();
      }
    }
    return answer.response();
  }
}
