package io.sightline.admin;

import io.sightline.model.ModelSnapshot;
import java.util.List;

/** The models of the server, under the name {@code io.sightline:type=Models}. */
public interface ModelsMXBean {
  /** One row for each known model, loaded or not, by id. */
  List<ModelSnapshot> getModels();
}
