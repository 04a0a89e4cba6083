package io.sightline.model.trial;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs a network on pictures of nothing, which is enough to see what it takes. What cannot be fed
 * is not run: who loads it will say why.
 */
final class TrialRun {
  private static final Pattern SIZE = Pattern.compile("\\[\\s*(\\d{1,5})\\s*,\\s*(\\d{1,5})");
  private static final Pattern NO_MEMORY =
      Pattern.compile(
          "bad_?\\s?alloc|failed to allocate|out of memory|cannot allocate|length_error"
              + "|vector::_M|integer overflow",
          Pattern.CASE_INSENSITIVE);

  /** Bytes that make numbers of each type when they are repeated: 0 and a small one above it. */
  private static final byte[] LEVELS = {0, 0x3e};

  private final OrtSession network;
  private final EmptyInputs empty;

  /**
   * @param width pixels where the network and its metadata leave them open, 0 where nobody says
   * @param height as {@code width}
   */
  TrialRun(OrtEnvironment environment, OrtSession network, int width, int height)
      throws OrtException {
    this.network = network;
    Map<String, String> metadata = network.getMetadata().getCustomMetadata();
    Matcher said = SIZE.matcher(metadata.getOrDefault("imgsz", ""));
    boolean found = said.find();
    empty =
        new EmptyInputs(
            environment,
            found ? Integer.parseInt(said.group(2)) : width,
            found ? Integer.parseInt(said.group(1)) : height);
  }

  /**
   * @param most pictures at once
   * @throws OrtException where there is not the memory for it; other failures are passed over
   */
  void run(int most) throws OrtException {
    for (byte level : LEVELS) {
      run(1, level);
    }
    if (most > 1) {
      run(most, LEVELS[0]);
    }
  }

  private void run(int pictures, byte level) throws OrtException {
    Map<String, OnnxTensor> inputs = new HashMap<>();
    try {
      for (NodeInfo node : network.getInputInfo().values()) {
        OnnxTensor tensor = empty.tensor(node, pictures, level);
        if (tensor == null) {
          return;
        }
        inputs.put(node.getName(), tensor);
      }
      network.run(inputs).close();
    } catch (OrtException e) {
      if (isShortOfMemory(String.valueOf(e.getMessage()))) {
        throw e;
      }
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  static boolean isShortOfMemory(String reason) {
    return NO_MEMORY.matcher(reason).find();
  }
}
