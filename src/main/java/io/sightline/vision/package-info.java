/**
 * The nouns that every other package speaks: a picture with its origin, boxes, detections, colours.
 *
 * <ol>
 *   <li>V-1: a picture's memory is native and pooled: whoever creates it in an {@link
 *       io.sightline.vision.ImageScope} need not release it, whoever keeps it longer calls {@link
 *       io.sightline.vision.Image#retain()}, because a frame a session must not wait for the
 *       garbage collector.
 *   <li>V-2: coordinates are pixels of the picture that a value belongs to, corners as xyxy,
 *       because that is what the blocks compute with; only the serialiser speaks centre and size.
 *   <li>V-3: values are immutable, because the steps of a workflow may run side by side.
 *   <li>V-4: a file of a stranger is looked at before it is decoded: its format, its size and that
 *       its parts lie inside of it, because the decoder makes room for whatever is announced.
 *   <li>V-5: what draws is not: a {@link io.sightline.vision.Canvas}, {@link
 *       io.sightline.vision.Overlay}, {@link io.sightline.vision.Stencil} or {@link
 *       io.sightline.vision.Pen} is one step's, keeps its native memory from frame to frame and
 *       hands OpenCV no coordinates that it would take long for.
 *   <li>V-6: confidences are 64-bit numbers, because those of a request are compared with the
 *       numbers beside them; a model's 32 bits are widened, not rounded.
 * </ol>
 */
package io.sightline.vision;
