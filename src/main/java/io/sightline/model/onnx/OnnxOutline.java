package io.sightline.model.onnx;

import java.nio.file.Path;
import java.util.Set;

/**
 * What a model consists of.
 *
 * @param nodes of all its graphs and functions
 * @param tensors constants
 * @param dataBytes of all constants
 * @param files other files that hold some of them, below the model's own folder without links;
 *     unmodifiable
 */
public record OnnxOutline(int nodes, int tensors, long dataBytes, Set<Path> files) {}
