package io.sightline.model;

import java.nio.FloatBuffer;

/**
 * What a network gave: valid until its caller's next run.
 *
 * @param spec name and shape, all dimensions known
 * @param values row by row, from position 0, as 32-bit floats whatever the network gives
 */
record OutputTensor(TensorSpec spec, FloatBuffer values) {}
