/** What a document says of itself: inputs, steps, outputs and how they are connected. */

const SELECTOR = /^\$(inputs|steps)\.([^.]+)(?:\.(.+))?$/;
const MAX_NODES = 200;

/**
 * `{nodes, edges}` of a document that is an object. A node has `id` (`inputs.x`, `steps.x`,
 * `outputs.x`), `kind`, `name`, `type`; an edge has `from`, `to`, `label` (the kinds of what flows)
 * and `flow` (true where it decides instead of carrying a value).
 */
export function structure(document, catalog) {
  const nodes = [];
  const edges = [];
  const add = (kind, name, type) => nodes.push({ id: `${kind}.${name}`, kind, name, type });
  const parts = (name) => (Array.isArray(document?.[name]) ? document[name] : []).filter(isObject).slice(0, MAX_NODES);
  for (const input of parts('inputs')) {
    add('inputs', String(input.name), String(input.type ?? ''));
  }
  for (const step of parts('steps')) {
    add('steps', String(step.name), String(step.type ?? ''));
  }
  for (const output of parts('outputs')) {
    add('outputs', String(output.name), String(output.selector ?? ''));
  }
  const known = new Set(nodes.map((node) => node.id));
  const connect = (to) => (selector) => {
    const match = SELECTOR.exec(selector);
    const from = match && `${match[1]}.${match[2]}`;
    if (from && known.has(from)) {
      const flow = match[1] === 'steps' && !match[3];
      edges.push({
        from: flow ? to : from,
        to: flow ? from : to,
        label: kindsOf(document, catalog, match).join(' | '),
        flow,
      });
    }
  };
  for (const step of parts('steps')) {
    selectors(step, connect(`steps.${step.name}`));
  }
  for (const output of parts('outputs')) {
    selectors(output, connect(`outputs.${output.name}`));
  }
  return { nodes, edges };
}

/** Everything that a field may refer to in a document: `{text, kinds}`. */
export function references(document, catalog) {
  const all = [];
  for (const input of (document?.inputs ?? []).filter(isObject)) {
    all.push({ text: `$inputs.${input.name}`, kinds: inputKinds(input) });
  }
  for (const step of (document?.steps ?? []).filter(isObject)) {
    for (const output of catalog?.find(step.type)?.outputs ?? []) {
      all.push({ text: `$steps.${step.name}.${output.name}`, kinds: output.kinds });
    }
  }
  return all;
}

/** Parameters of a document that people may set: `{name, kinds, value}`. */
export function parameters(document) {
  return (Array.isArray(document?.inputs) ? document.inputs : [])
    .filter((input) => isObject(input) && /Parameter$/.test(input.type ?? ''))
    .map((input) => ({ name: String(input.name), kinds: input.kind ?? [], value: input.default_value ?? null }));
}

/** The names of a document's outputs. */
export function outputNames(document) {
  return (Array.isArray(document?.outputs) ? document.outputs : []).filter(isObject).map((o) => String(o.name));
}

/** Whether a value can be a workflow at all: the server says what is wrong inside. */
export function isDocument(value) {
  return isObject(value);
}

/** What to call a document that was `{id, value}` when it was picked; nothing may have been picked. */
export function documentName(picked, value) {
  if (!picked) {
    return 'pasted document';
  }
  if (JSON.stringify(picked.value) === JSON.stringify(value)) {
    return picked.id;
  }
  const steps = (document) => (Array.isArray(document?.steps) ? document.steps : []).filter(isObject);
  const kept = steps(picked.value).some((before) =>
    steps(value).some((now) => now.name === before.name && now.type === before.type));
  return kept ? `${picked.id}, changed` : 'pasted document';
}

/** The document inside of what Roboflow's platform exports around it; null where there is none around. */
export function unwrapped(value) {
  if (!isObject(value) || 'steps' in value) {
    return null;
  }
  if (isObject(value.specification)) {
    return value.specification;
  }
  const config = value.config ?? value.workflow?.config;
  try {
    return unwrapped(typeof config === 'string' ? JSON.parse(config) : config ?? null);
  } catch {
    return null;
  }
}

/** The name of a document's first output that is a picture, null where none is known to be one. */
export function firstImage(document, catalog) {
  const images = references(document, catalog).filter(({ kinds }) => kinds.includes('image'));
  const outputs = (Array.isArray(document?.outputs) ? document.outputs : []).filter(isObject);
  return outputs.find(({ selector }) => images.some(({ text }) => text === selector))?.name ?? null;
}

function inputKinds(input) {
  if (/Image$/.test(input.type ?? '')) {
    return ['image'];
  }
  if (/VideoMetadata$/.test(input.type ?? '')) {
    return ['video_metadata'];
  }
  return Array.isArray(input.kind) && input.kind.length > 0 ? input.kind : ['*'];
}

function kindsOf(document, catalog, [, group, name, property]) {
  if (group === 'inputs') {
    const input = document.inputs.find((one) => isObject(one) && one.name === name);
    return input ? inputKinds(input) : [];
  }
  const step = (document.steps ?? []).find((one) => isObject(one) && one.name === name);
  return catalog?.find(step?.type)?.outputs.find((o) => o.name === property)?.kinds ?? [];
}

function selectors(value, found) {
  if (typeof value === 'string') {
    found(value);
  } else if (value && typeof value === 'object') {
    for (const part of Object.values(value)) {
      selectors(part, found);
    }
  }
}

function isObject(value) {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
