/**
 * The values of a workflow as JSON, the same on a data channel and in the answer to a request.
 *
 * <p>{@link io.sightline.json.ValueWriter#write} streams one value: no tree, no text in between.
 * {@link io.sightline.json.ParserMessage} says of a text that came in why it is no JSON.
 *
 * <ol>
 *   <li>Y-1: detections are written in centre and size, keys in Roboflow's order, 32-bit numbers as
 *       the 64-bit ones they widen to, because clients compare.
 *   <li>Y-2: numbers that are none are null, because JSON knows no other.
 *   <li>Y-3: pictures are JPEG in base64 with their video's metadata; in the answer to a request
 *       one that only passed through is what the request said, and a part of another says where it
 *       was.
 *   <li>Y-4: values are bounded in depth, and one without a form in JSON is refused by name.
 * </ol>
 */
package io.sightline.json;
