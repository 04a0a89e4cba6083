package io.sightline.model;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The models that ship with the product: a folder each, beside this class. */
final class BundledModels {
  private static final List<String> IDS = List.of("ssdlite-mobilenet-v2");

  private BundledModels() {}

  static Map<String, ModelPackage> all() {
    Map<String, ModelPackage> models = new LinkedHashMap<>();
    for (String id : IDS) {
      models.put(id, new ModelPackage(id, name -> read(id + "/" + name)));
    }
    return models;
  }

  private static byte[] read(String path) throws IOException {
    try (InputStream in = BundledModels.class.getResourceAsStream(path)) {
      return in == null ? null : in.readAllBytes();
    }
  }
}
