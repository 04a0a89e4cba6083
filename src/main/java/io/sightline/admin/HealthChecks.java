package io.sightline.admin;

import io.sightline.model.ModelStore;
import io.sightline.model.NativeRuntime;
import io.sightline.pipeline.BoundedExecutor;
import io.sightline.session.HousekeepingRound;
import io.sightline.session.SessionRegistry;
import io.sightline.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/** Hands the checks to the server. */
@ApplicationScoped
class HealthChecks {
  private Rounds rounds;
  private String defaultModel;

  @Inject
  void configure(Settings settings) {
    rounds =
        new Rounds(
            settings.seconds("sightline.session.housekeeping.interval", 1, 3600), System::nanoTime);
    defaultModel = settings.text("sightline.model.default");
  }

  void made(@Observes HousekeepingRound round) {
    rounds.made(round.ended());
  }

  @Produces
  @ApplicationScoped
  @Startup
  HealthCheck modelsLoaded(ModelStore models) {
    return new ModelsLoaded(defaultModel, models::snapshots);
  }

  @Produces
  @ApplicationScoped
  @Readiness
  HealthCheck modelsWarm(ModelStore models) {
    return new LoggedCheck(new ModelsWarm(defaultModel, models::snapshots));
  }

  @Produces
  @ApplicationScoped
  @Readiness
  HealthCheck nativeLibraries() {
    return new LoggedCheck(new NativeLibraries(HealthChecks::nativeProblems));
  }

  @Produces
  @ApplicationScoped
  @Readiness
  HealthCheck notDraining(SessionRegistry registry) {
    return new LoggedCheck(new NotDraining(registry));
  }

  @Produces
  @ApplicationScoped
  @Liveness
  HealthCheck housekeeper() {
    return new LoggedCheck(rounds);
  }

  @Produces
  @ApplicationScoped
  @Liveness
  HealthCheck frameThreads(BoundedExecutor frames) {
    return new LoggedCheck(new FrameThreads(frames));
  }

  private static Map<String, String> nativeProblems() {
    Map<String, String> problems =
        new LinkedHashMap<>(io.sightline.session.NativeLibraries.problems());
    problems.put("ONNX Runtime", NativeRuntime.problem());
    return problems;
  }
}
