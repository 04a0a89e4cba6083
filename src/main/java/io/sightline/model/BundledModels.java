package io.sightline.model;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** The models that ship with the product: a folder each, beside this class. */
final class BundledModels {
  /** Their ids, and where the weights lie if not in the folder. */
  private static final Map<String, String> IDS =
      Map.of(
          "ssdlite-mobilenet-v2", "ssdlite-mobilenet-v2/weights.onnx",
          "pp-ocr-text-direction", "/models/ch_ppocr_mobile_v2.0_cls_infer.onnx");

  private BundledModels() {}

  static Map<String, ModelPackage> all() {
    Map<String, ModelPackage> models = new LinkedHashMap<>();
    IDS.forEach(
        (id, weights) ->
            models.put(
                id,
                new ModelPackage(
                    id, name -> read(name.equals("weights.onnx") ? weights : id + "/" + name))));
    return models;
  }

  private static byte[] read(String path) throws IOException {
    try (InputStream in = BundledModels.class.getResourceAsStream(path)) {
      return in == null ? null : in.readAllBytes();
    }
  }
}
