package io.sightline.admin;

import java.util.List;

/** The known models, under the name {@code io.sightline:type=Models}. */
public interface ModelsMXBean {
  /** Models in memory. */
  int getLoaded();

  /** Bytes of the weights of all models in memory; buffers of calls come on top. */
  long getMemoryBytes();

  /** One row for each known model, by id. */
  List<ModelRow> getModels();
}
