/** What may stand where the cursor is: types of blocks, their fields, words, and references. */

import { fieldChoices } from './catalog.js';
import { locate, parse } from './positions.js';
import { references } from './structure.js';

const TOP = ['version', 'inputs', 'steps', 'outputs'];
const INPUT = ['type', 'name', 'kind', 'default_value', 'dimensionality'];
const INPUT_TYPES = ['WorkflowImage', 'WorkflowVideoMetadata', 'WorkflowParameter', 'WorkflowBatchInput'];
const OUTPUT = ['type', 'name', 'selector', 'coordinates_system'];
const MAX = 60;

/**
 * `{start, end, quoted, items}`: what to replace in the text, whether the cursor is inside of quotes,
 * and `{text, about}` of each suggestion.
 */
export function complete(text, offset, catalog, lastGood) {
  const at = locate(text, offset);
  const document = parse(text).value ?? lastGood ?? {};
  const typed = (at.text ?? '').toLowerCase();
  const items = candidates(at, document, catalog)
    .filter(({ text: candidate }) => candidate.toLowerCase().includes(typed))
    .slice(0, MAX);
  return { start: at.start, end: at.end, quoted: at.text !== null, inName: at.inName, items };
}

function candidates(at, document, catalog) {
  const [group, index, field] = at.path;
  if (group === undefined) {
    return at.inName ? plain(TOP) : [];
  }
  if (typeof index !== 'number') {
    return [];
  }
  if (group === 'steps') {
    return at.inName && at.path.length === 2
      ? fieldNames(document.steps?.[index], catalog)
      : stepValue(field, document.steps?.[index], document, catalog);
  }
  if (group === 'inputs') {
    return at.inName ? plain(INPUT) : field === 'type' ? plain(INPUT_TYPES) : [];
  }
  if (group === 'outputs') {
    return at.inName ? plain(OUTPUT) : outputValue(field, document, catalog);
  }
  return [];
}

function fieldNames(step, catalog) {
  const block = catalog?.find(step?.type);
  if (!block) {
    return plain(['type', 'name']);
  }
  return Object.entries(block.fields)
    .filter(([name]) => step?.[name] === undefined)
    .map(([name, schema]) => ({
      text: name,
      about: `${block.required.includes(name) ? 'required. ' : ''}${schema.description ?? ''}`,
    }));
}

function stepValue(field, step, document, catalog) {
  if (field === 'type') {
    return (catalog?.types ?? []).map(({ type, title, description }) => ({ text: type, about: `${title}. ${description}` }));
  }
  const schema = catalog?.find(step?.type)?.fields[field];
  if (!schema) {
    return [];
  }
  const { words, kinds } = fieldChoices(schema);
  const fitting = references(document, catalog).filter(
    (reference) => kinds.includes('*') || reference.kinds.includes('*') || reference.kinds.some((kind) => kinds.includes(kind)));
  return [
    ...plain(words),
    ...fitting
      .filter(({ text }) => !text.startsWith(`$steps.${step.name}.`))
      .map(({ text, kinds: of }) => ({ text, about: of.join(', ') })),
  ];
}

function outputValue(field, document, catalog) {
  switch (field) {
    case 'type':
      return plain(['JsonField']);
    case 'coordinates_system':
      return plain(['own', 'parent']);
    case 'selector':
      return references(document, catalog).map(({ text, kinds }) => ({ text, about: kinds.join(', ') }));
    default:
      return [];
  }
}

function plain(words) {
  return words.map((text) => ({ text, about: '' }));
}
