package io.sightline.admin;

import io.sightline.model.ModelSnapshot;
import java.util.List;
import java.util.function.Supplier;

/** Answers administrators from the models' store. */
record KnownModels(Supplier<List<ModelSnapshot>> snapshots) implements ModelsMXBean {
  @Override
  public List<ModelSnapshot> getModels() {
    return snapshots.get();
  }
}
