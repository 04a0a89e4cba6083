/** Finds the places of a document that an error of the server speaks of. */

import { cycles } from './cycles.js';

const VERSION_ERRORS = ['NotSupportedExecutionEngineError', 'WorkflowDefinitionError'];
const FAULTY_PARTS = /^(version|inputs|steps|outputs)\b/;
const CYCLE = /^Detected cycle\b/;
/** How the server words a reference whose kind does not fit; the body's fields do not name the place. */
const MISFIT = /for step: \$steps\.(.+?) regarding property: (.+?) with value: /;
const FAILED_STEP = /\bstep '([^']+)': /;

/**
 * `{offset, message, step}` of each fault; `step` is the name of the step or null. The offset is that
 * of the document's beginning where the error names no place.
 */
export function faultsOf(error, value, spans) {
  const faults = [
    ...stepFaults(error, value, spans),
    ...pathFaults(error, spans),
    ...cycleFaults(error, value, spans),
  ];
  return faults.length > 0 ? faults : [wholeFault(error, value, spans)];
}

/** That of a run that the server refused or ended; its sentence may name the step. */
export function faultOfRun(sentence, value, spans) {
  const step = FAILED_STEP.exec(sentence)?.[1] ?? null;
  const property = sentence.startsWith('ModelNotFound') ? 'model_id' : null;
  return { offset: offsetOf({ block_id: step, property_name: property }, value, spans), message: sentence, step };
}

/** Those of steps and of selectors in outputs, which the server lists. */
function stepFaults(error, value, spans) {
  return (error.blocks_errors ?? []).map((one) => ({
    offset: offsetOf(one, value, spans),
    message: [one.property_name, one.property_details ?? one.block_details ?? error.message].filter(Boolean).join(': '),
    step: one.block_id ?? null,
  }));
}

/** Those of anything but steps, which it words as `outputs.0.selector: Field required`. */
function pathFaults(error, spans) {
  const lines = String(error.inner_error_message ?? '').split('\n');
  return lines
    .map((line) => /^(?!steps\.\d)([A-Za-z_]+(?:\.[\w-]+)*): (.+)$/.exec(line))
    .filter((found) => found && FAULTY_PARTS.test(found[1]))
    .map(([, path, message]) => ({ offset: nearest(path, spans), message: `${path}: ${message}`, step: null }));
}

/** Each step of a cycle; the first says what is wrong. */
function cycleFaults(error, value, spans) {
  const found = CYCLE.test(error.message ?? '') ? cycles(value) : [];
  return found.map(({ step, property }, i) => ({
    offset: offsetOf({ block_id: step, property_name: property }, value, spans),
    message: i === 0 ? error.message : 'It is in a cycle, too.',
    step,
  }));
}

/** Where the deepest part of a path begins that the document has. */
function nearest(path, spans) {
  const parts = path.split('.');
  while (parts.length > 0 && !spans.has(parts.join('.'))) {
    parts.pop();
  }
  return parts.length > 0 ? spans.get(parts.join('.')).key : 0;
}

function wholeFault(error, value, spans) {
  const misfit = MISFIT.exec(error.message ?? '');
  if (misfit && indexOf(value?.steps, misfit[1]) >= 0) {
    const [, step, property] = misfit;
    const offset = offsetOf({ block_id: step, property_name: property }, value, spans);
    return { offset, message: error.message, step };
  }
  const named = /(?:\$steps\.|step:? `?\$?s?t?e?p?s?\.?)([\w-]+)/.exec(error.message ?? '');
  const step = named && indexOf(value?.steps, named[1]) >= 0 ? named[1] : null;
  if (VERSION_ERRORS.includes(error.error_type) && spans.has('version')) {
    return { offset: spans.get('version').key, message: error.message, step: null };
  }
  const second = error.error_type === 'DuplicatedNameError' ? secondOfAName(value) : null;
  if (second && spans.has(second.path)) {
    return { offset: spans.get(second.path).key, message: `${error.message}: ${second.name}`, step: null };
  }
  const inner = error.inner_error_message && error.inner_error_message !== 'None' ? ` ${error.inner_error_message}` : '';
  return { offset: offsetOf({ block_id: step }, value, spans), message: `${error.message}${inner}`, step };
}

/** `{path, name}` of the first input, step or output that has the name of one before it; null for none. */
function secondOfAName(value) {
  for (const group of ['inputs', 'steps', 'outputs']) {
    const names = (Array.isArray(value?.[group]) ? value[group] : []).map((one) => one?.name);
    const index = names.findIndex((name, i) => names.indexOf(name) < i);
    if (index >= 0) {
      return { path: `${group}.${index}.name`, name: names[index] };
    }
  }
  return null;
}

function offsetOf({ block_id: id, property_name: named, property_details: details }, value, spans) {
  const property = named ?? (/^Input tag /.test(details ?? '') ? 'type' : null);
  const group = id === '$outputs' ? 'outputs' : 'steps';
  const index = indexOf(value?.[group], group === 'outputs' ? property : id);
  const base = index >= 0 ? `${group}.${index}` : null;
  const path = [property && base && `${base}.${property}`, base && `${base}.name`, base].find((p) => p && spans.has(p));
  return path ? spans.get(path).key : 0;
}

function indexOf(list, name) {
  return Array.isArray(list) ? list.findIndex((one) => one?.name === name) : -1;
}
