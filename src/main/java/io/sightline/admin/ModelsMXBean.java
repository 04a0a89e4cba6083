package io.sightline.admin;

import java.util.List;

/** The known models, under the name {@code io.sightline:type=Models}. */
public interface ModelsMXBean {
  /** Models in memory. */
  int getLoaded();

  /** Bytes that all models in memory take; more than one call at once comes on top. */
  long getMemoryBytes();

  /** One row for each known model, by id. */
  List<ModelRow> getModels();
}
