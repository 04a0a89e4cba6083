package io.sightline.admin;

import io.sightline.model.ModelSnapshot;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Up when the default model is loaded and warm; says why each one that failed did. */
final class ModelsWarm implements HealthCheck {
  private final String defaultModel;
  private final Supplier<List<ModelSnapshot>> models;

  ModelsWarm(String defaultModel, Supplier<List<ModelSnapshot>> models) {
    this.defaultModel = defaultModel;
    this.models = models;
  }

  @Override
  public HealthCheckResponse call() {
    Answer answer = new Answer("models warm").down();
    answer.with(defaultModel, "no such model: sightline.model.default names it");
    for (ModelSnapshot model : models.get()) {
      answer.with(model.id(), model.problem() == null ? model.state() : model.problem());
      if (model.id().equals(defaultModel) && model.state().equals("ready")) {
        answer.up();
      }
    }
    return answer.response();
  }
}
