package io.sightline.model;

import java.util.List;

/**
 * What a network was recognised as.
 *
 * @param outputs in the network's order, with the sizes of its first run
 */
record Recognition(Family family, Layout layout, List<TensorSpec> outputs) {}
