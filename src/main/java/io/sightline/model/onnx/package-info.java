/**
 * Reads what an ONNX file asks for before any native code sees it: as much of the protocol buffer
 * as the checks need, never the weights themselves.
 *
 * <pre>
 *  OnnxCheck ──> GraphReader ──> ProtoReader ──> OnnxSource, a file or bytes
 * </pre>
 *
 * Field numbers are those of ONNX's {@code onnx.proto}, the wire format that of protocol buffers.
 *
 * <ol>
 *   <li>O-1: nothing is believed: lengths lead nowhere outside of their message, nesting, fields,
 *       nodes and tensors are bounded, and memory is a buffer of fixed size whatever the file says.
 *   <li>O-2: weights in other files lie in the model's own folder, links resolved, and inside of
 *       those files, because ONNX Runtime reads whatever it is told to.
 *   <li>O-3: operators are ONNX's own, Microsoft's or functions that the file itself defines,
 *       because anything else would need a library of somebody. Those that name further files are
 *       refused.
 *   <li>O-4: every refusal is an {@link io.sightline.model.onnx.OnnxException} that names what was
 *       seen and what is allowed.
 * </ol>
 */
package io.sightline.model.onnx;
