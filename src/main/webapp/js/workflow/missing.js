/** Models that a document names and the server cannot offer. */

import { listModels, readModel } from '../models/server.js';

const MOST_NAMED = 3;
const MOST_ASKED = 50;
const LONGEST = 200;

/** A warning `{offset, message, step}` for each such model; none where the server does not tell. */
export async function missingModels(key, value, spans) {
  const uses = modelUses(value).slice(0, MOST_ASKED);
  if (uses.length === 0) {
    return [];
  }
  const states = new Map(
    await Promise.all([...new Set(uses.map(({ id }) => id))].map(async (id) => [id, await stateOf(key, id)])));
  const known = [...states.values()].some((state) => state === null) ? await knownIds(key) : [];
  return uses
    .map(({ id, step, index }) => ({
      offset: spans.get(`steps.${index}.model_id`)?.key ?? 0,
      message: warning(id, states.get(id), known),
      step,
    }))
    .filter(({ message }) => message);
}

/** `{id, step, index}` of the steps that name a model themselves. */
export function modelUses(value) {
  return (Array.isArray(value?.steps) ? value.steps : [])
    .map((step, index) => ({ id: step?.model_id, step: step?.name ?? null, index }))
    .filter(({ id }) => typeof id === 'string' && id !== '' && !id.startsWith('$'));
}

/** Those ids that take the fewest changes to become `id`, nearest first. */
export function nearestIds(id, known) {
  return known
    .map((one) => ({ one, changes: changesBetween(id.slice(0, LONGEST).toLowerCase(), one.toLowerCase()) }))
    .sort((a, b) => a.changes - b.changes || a.one.localeCompare(b.one))
    .slice(0, MOST_NAMED)
    .map(({ one }) => one);
}

function warning(id, state, known) {
  if (state === null) {
    const nearest = nearestIds(id, known);
    const hint = nearest.length > 0 ? ` The nearest here: ${nearest.join(', ')}.` : '';
    return `This server has no model '${id}'.${hint}`;
  }
  return state.failed ? `The model '${id}' does not load: ${state.failed}` : null;
}

/** Null where the server has no such model, `{failed}` with the reason where it does not load. */
async function stateOf(key, id) {
  try {
    const model = await readModel(key, id);
    return model.state === 'failed' ? { failed: model.reason ?? 'no reason is known' } : {};
  } catch (error) {
    return error.status === 404 ? null : {};
  }
}

async function knownIds(key) {
  try {
    return (await listModels(key)).map(({ id }) => id);
  } catch {
    return [];
  }
}

/** Characters to put in, take out or replace. */
function changesBetween(a, b) {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length];
}
