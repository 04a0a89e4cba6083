package io.sightline.model;

import io.sightline.settings.Settings;
import java.util.List;

/** The models of the whole server, one OrtSession each. Safe for use by several threads. */
public final class ModelStore implements AutoCloseable {
  public ModelStore(Settings settings) {}

  /** Loads and warms the default model; what fails is kept for {@link #snapshots()}. */
  public void warmUp() {
    throw new UnsupportedOperationException();
  }

  /**
   * @throws ModelException where no such model exists (lists the ids that do) or it does not load
   */
  public Model get(String id) {
    throw new UnsupportedOperationException();
  }

  /** The state of every known model. */
  public List<ModelSnapshot> snapshots() {
    throw new UnsupportedOperationException();
  }

  /** Frees every model; calls under way end first. May be called twice. */
  @Override
  public void close() {}
}
