package io.sightline.inventory;

import io.sightline.http.HttpDoors;
import io.sightline.model.ModelStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Puts the package together inside the container. */
@ApplicationScoped
class InventoryBeans {
  @Produces
  @Singleton
  HttpDoors doors(ModelStore store) {
    return new ModelDoors(store::reports, store::report);
  }
}
