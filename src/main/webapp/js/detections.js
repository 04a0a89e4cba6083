/**
 * Finds, in the results of any workflow, what a table can show: detections (class, confidence, box)
 * and plain values (a count, a text). Boxes come as centre and size and leave as left, top and size,
 * in pixels of the input picture.
 */

const MAX_DETECTIONS = 1000;
const MAX_VALUES = 12;
const MAX_TEXT = 60;

/** `{detections: [...], values: [[name, text], ...]}` of `serialized_output_data`. */
export function readOutputs(outputs) {
  const detections = [];
  const values = [];
  for (const [name, output] of Object.entries(outputs ?? {})) {
    if (!collect(output, detections) && isPlain(output) && values.length < MAX_VALUES) {
      values.push([name, String(output).slice(0, MAX_TEXT)]);
    }
  }
  return { detections, values };
}

/** True when `output` is a detections object or a list of them (predictions on crops). */
function collect(output, detections) {
  if (Array.isArray(output)) {
    return output.map((item) => collect(item, detections)).some(Boolean);
  }
  if (!Array.isArray(output?.predictions)) {
    return false;
  }
  for (const prediction of output.predictions) {
    if (detections.length < MAX_DETECTIONS) {
      detections.push(row(prediction));
    }
  }
  return true;
}

function row(prediction) {
  const { x, y, width, height } = prediction;
  const box = [x, y, width, height].every(Number.isFinite)
    ? { left: x - width / 2, top: y - height / 2, width, height }
    : null;
  const tracker = Number.isInteger(prediction.tracker_id) ? ` #${prediction.tracker_id}` : '';
  return {
    label: `${prediction.class ?? 'unnamed'}${tracker}`,
    confidence: Number(prediction.confidence),
    box,
  };
}

function isPlain(value) {
  return ['number', 'string', 'boolean'].includes(typeof value);
}
