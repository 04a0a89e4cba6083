/** ONNX Runtime: store, sessions, pre- and post-processing. */
package io.sightline.model;
