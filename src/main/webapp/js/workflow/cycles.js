/** Finds the steps of a document that wait for themselves. */

import { structure } from './structure.js';

/** `{step, property}` of each step in a cycle, `property` being a field that reads another of them. */
export function cycles(document) {
  const edges = structure(document, null).edges.filter(({ from, to }) => isStep(from) && isStep(to));
  const followers = new Map();
  for (const { from, to } of edges) {
    followers.set(from, [...(followers.get(from) ?? []), to]);
  }
  const inCycles = [...followers.keys()].filter((id) => reached(id, followers).has(id));
  return inCycles.map((id) => {
    const before = edges.filter(({ from, to }) => to === id && inCycles.includes(from)).map(({ from }) => from);
    return { step: nameOf(id), property: reader(document, nameOf(id), before) };
  });
}

/** What comes after a step, and after that, and so on. */
function reached(start, followers) {
  const seen = new Set();
  const waiting = [start];
  while (waiting.length > 0) {
    for (const next of followers.get(waiting.pop()) ?? []) {
      if (!seen.has(next)) {
        seen.add(next);
        waiting.push(next);
      }
    }
  }
  return seen;
}

/** The field of a step that reads one of these; null where none does, as where they decide of it. */
function reader(document, step, ids) {
  const fields = Object.entries(document.steps.find((one) => one?.name === step) ?? {});
  const reads = (value) => ids.some((id) => JSON.stringify(value).includes(`"$${id}.`));
  return fields.find(([, value]) => reads(value))?.[0] ?? null;
}

function isStep(id) {
  return id.startsWith('steps.');
}

function nameOf(id) {
  return id.slice('steps.'.length);
}
