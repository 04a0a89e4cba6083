/**
 * JSON that may be broken, with the place of each part: the editor marks lines by it and completes
 * what is being typed. Reads as far as it can and never throws.
 */

const MAX_DEPTH = 64;

/**
 * `{value, error, spans}`: the value as JSON.parse gives it or null, `{message, offset}` of the first
 * fault or null, and a map from a path such as `steps.0.type` to `{key, start, end}`, offsets into the
 * text; `key` is where the property's name begins.
 */
export function parse(text) {
  const reader = new Reader(text);
  let value = null;
  try {
    value = reader.document();
  } catch (fault) {
    if (!(fault instanceof Fault)) {
      throw fault;
    }
    reader.error = { message: fault.message, offset: fault.offset };
  }
  return { value: reader.error ? null : value, error: reader.error, spans: reader.spans };
}

/** Whether the cursor stands in a name or a value, and in which: `{path, inName, text, start, end}`. */
export function locate(text, offset) {
  const stack = [];
  let i = 0;
  let expectName = false;
  let name = null;
  while (i < offset) {
    const c = text[i];
    if (c === '"') {
      const end = stringEnd(text, i);
      if (end > offset || end === -1) {
        const last = end === -1 ? offset : Math.max(end - 1, offset);
        return place(stack, expectName, name, text.slice(i + 1, offset), i + 1, last);
      }
      if (expectName) {
        name = text.slice(i + 1, end - 1);
      }
      i = end;
      continue;
    }
    if (c === '{' || c === '[') {
      stack.push({ name, list: c === '[', index: 0 });
      expectName = c === '{';
      name = null;
    } else if (c === '}' || c === ']') {
      stack.pop();
      expectName = false;
    } else if (c === ',') {
      const top = stack[stack.length - 1];
      if (top?.list) {
        top.index++;
      } else {
        expectName = true;
        name = null;
      }
    } else if (c === ':') {
      expectName = false;
    }
    i++;
  }
  return place(stack, expectName, name, null, offset, offset);
}

function place(stack, inName, name, text, start, end) {
  const path = [];
  stack.forEach((level, depth) => {
    if (level.name !== null) {
      path.push(level.name);
    }
    const inner = stack[depth + 1];
    if (level.list && (inner || depth === stack.length - 1)) {
      path.push(level.index);
    }
  });
  const top = stack[stack.length - 1];
  if (!inName && name !== null && top && !top.list) {
    path.push(name);
  }
  return { path, inName, text, start, end };
}

function stringEnd(text, start) {
  for (let i = start + 1; i < text.length; i++) {
    if (text[i] === '\\') {
      i++;
    } else if (text[i] === '"') {
      return i + 1;
    } else if (text[i] === '\n') {
      return -1;
    }
  }
  return -1;
}

class Fault extends Error {
  constructor(message, offset) {
    super(message);
    this.offset = offset;
  }
}

class Reader {
  spans = new Map();
  error = null;
  #text;
  #at = 0;

  constructor(text) {
    this.#text = text;
  }

  document() {
    const value = this.#value('', 0);
    this.#space();
    if (this.#at < this.#text.length) {
      throw new Fault('The document ends here; what follows is too much.', this.#at);
    }
    return value;
  }

  #value(path, depth, key = null) {
    if (depth > MAX_DEPTH) {
      throw new Fault(`Nested deeper than ${MAX_DEPTH} levels.`, this.#at);
    }
    this.#space();
    const start = this.#at;
    const c = this.#text[start];
    let value;
    if (c === '{') {
      value = this.#object(path, depth);
    } else if (c === '[') {
      value = this.#list(path, depth);
    } else if (c === '"') {
      value = this.#string();
    } else {
      value = this.#plain();
    }
    this.spans.set(path, { key: key ?? start, start, end: this.#at });
    return value;
  }

  #object(path, depth) {
    const object = {};
    this.#at++;
    this.#space();
    if (this.#text[this.#at] === '}') {
      this.#at++;
      return object;
    }
    for (;;) {
      this.#space();
      const key = this.#at;
      if (this.#text[key] !== '"') {
        throw new Fault('A name in double quotes belongs here.', key);
      }
      const name = this.#string();
      this.#space();
      this.#expect(':', 'A colon belongs behind the name.');
      object[name] = this.#value(path ? `${path}.${name}` : name, depth + 1, key);
      this.#space();
      if (this.#text[this.#at] === '}') {
        this.#at++;
        return object;
      }
      this.#expect(',', 'A comma or } belongs here.');
    }
  }

  #list(path, depth) {
    const list = [];
    this.#at++;
    this.#space();
    if (this.#text[this.#at] === ']') {
      this.#at++;
      return list;
    }
    for (;;) {
      list.push(this.#value(path ? `${path}.${list.length}` : `${list.length}`, depth + 1));
      this.#space();
      if (this.#text[this.#at] === ']') {
        this.#at++;
        return list;
      }
      this.#expect(',', 'A comma or ] belongs here.');
    }
  }

  #string() {
    const start = this.#at;
    const end = stringEnd(this.#text, start);
    if (end === -1) {
      throw new Fault('This text has no closing quote.', start);
    }
    this.#at = end;
    try {
      return JSON.parse(this.#text.slice(start, end));
    } catch {
      throw new Fault('This text holds a character or an escape that JSON does not know.', start);
    }
  }

  #plain() {
    const start = this.#at;
    const match = /^(?:true|false|null|-?\d[\d.eE+-]*)/.exec(this.#text.slice(start, start + 64));
    if (!match) {
      throw new Fault(start >= this.#text.length ? 'The document ends too early.' : 'A value belongs here.', start);
    }
    this.#at += match[0].length;
    try {
      return JSON.parse(match[0]);
    } catch {
      throw new Fault('This is no number that JSON knows.', start);
    }
  }

  #space() {
    while (/\s/.test(this.#text[this.#at] ?? '')) {
      this.#at++;
    }
  }

  #expect(character, message) {
    if (this.#text[this.#at] !== character) {
      throw new Fault(this.#at >= this.#text.length ? 'The document ends too early.' : message, this.#at);
    }
    this.#at++;
  }
}
