package io.sightline.workflow;

import io.sightline.workflow.block.BlockCatalog;
import java.util.List;
import java.util.Map;

/** The blocks that documents can name, as editors ask for them. */
public final class CatalogDescription {
  private final BlockCatalog catalog;

  CatalogDescription(BlockCatalog catalog) {
    this.catalog = catalog;
  }

  public Map<String, Object> description() {
    return Map.of("blocks", catalog.names(), "declared_kinds", KindDescriptions.all());
  }

  public Map<String, Object> schema() {
    return Map.of();
  }

  public void checkVersion(String version) {}

  public List<Object> outputs(Map<String, Object> step) {
    return List.of();
  }
}
