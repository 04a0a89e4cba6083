/** The blocks that the server has, as it describes them. */

export class Catalog {
  #blocks = new Map();
  #types = [];

  /** Asks the server, with a {@link Key}; throws where it does not answer. */
  static async load(key) {
    const response = await key.fetch('workflows/blocks/describe');
    if (!response.ok) {
      throw new Error(`The server answers ${response.status} for its list of blocks.`);
    }
    return new Catalog(await response.json());
  }

  constructor(description) {
    for (const one of description.blocks ?? []) {
      const block = {
        type: one.manifest_type_identifier,
        title: one.human_friendly_block_name,
        category: one.block_schema.block_type ?? '',
        description: one.block_schema.short_description ?? '',
        fields: one.block_schema.properties ?? {},
        required: one.block_schema.required ?? [],
        outputs: (one.outputs_manifest ?? []).map((o) => ({ name: o.name, kinds: (o.kind ?? []).map(kindName) })),
      };
      this.#types.push(block);
      for (const name of [block.type, ...(one.manifest_type_identifier_aliases ?? [])]) {
        this.#blocks.set(name, block);
      }
    }
    this.#types.sort((a, b) => a.type.localeCompare(b.type));
  }

  /** Every block once, by name. */
  get types() {
    return this.#types;
  }

  /** The block of a type or an older name of it; undefined where the server has none. */
  find(type) {
    return this.#blocks.get(type);
  }
}

/** The words that a field may hold, and the kinds that it may refer to. */
export function fieldChoices(schema) {
  const words = [];
  const kinds = [];
  const visit = (part) => {
    if (!part || typeof part !== 'object') {
      return;
    }
    if (Array.isArray(part.enum)) {
      words.push(...part.enum.filter((word) => typeof word === 'string'));
    }
    if (part.type === 'boolean') {
      words.push('true', 'false');
    }
    if (part.reference) {
      kinds.push(...(part.kind ?? []).map(kindName));
    }
    for (const inner of part.anyOf ?? []) {
      visit(inner);
    }
    visit(part.items);
  };
  visit(schema);
  return { words: [...new Set(words)], kinds: [...new Set(kinds)] };
}

function kindName(kind) {
  return typeof kind === 'string' ? kind : kind.name;
}
