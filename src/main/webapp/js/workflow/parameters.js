/** A form field for each parameter of a workflow; changes are told as they are made. */

export class ParameterForm {
  #host;
  #fields = new Map();
  #defaults = new Map();
  #onChange;

  /** `onChange` gets an object with the value of every parameter that a person has set. */
  constructor(host, onChange) {
    this.#host = host;
    this.#onChange = onChange;
  }

  /** Shows fields for `{name, kinds, value}`; what was set for a name of before stays. */
  show(parameters) {
    const before = this.values;
    this.#fields.clear();
    this.#defaults = new Map(parameters.map(({ name, value }) => [name, value]));
    this.#host.replaceChildren(...parameters.map((parameter, index) => this.#field(parameter, index, before)));
    this.#host.hidden = parameters.length === 0;
  }

  /** What differs from the defaults. */
  get values() {
    const values = {};
    for (const [name, read] of this.#fields) {
      const value = read();
      if (value !== undefined && JSON.stringify(value) !== JSON.stringify(this.#defaults.get(name))) {
        values[name] = value;
      }
    }
    return values;
  }

  #field({ name, kinds, value }, index, before) {
    const field = document.createElement('div');
    field.className = 'field';
    const label = document.createElement('label');
    const id = `parameter-${index}`;
    label.htmlFor = id;
    label.textContent = name;
    const shown = before[name] === undefined ? value : before[name];
    const input = this.#input(name, kinds, shown);
    input.id = id;
    input.dataset.parameter = name;
    input.addEventListener('change', () => this.#onChange(this.values));
    field.append(label, input);
    return field;
  }

  #input(name, kinds, value) {
    const input = document.createElement('input');
    if (typeof value === 'boolean' || kinds.includes('boolean')) {
      input.type = 'checkbox';
      input.checked = value === true;
      this.#fields.set(name, () => input.checked);
    } else if (typeof value === 'number' || kinds.some((kind) => /^(float|integer)/.test(kind))) {
      input.type = 'number';
      input.step = kinds.includes('integer') || Number.isInteger(value) ? '1' : '0.05';
      if (kinds.includes('float_zero_to_one')) {
        input.min = '0';
        input.max = '1';
        input.step = '0.05';
      }
      input.value = value ?? '';
      this.#fields.set(name, () => (Number.isFinite(input.valueAsNumber) ? input.valueAsNumber : undefined));
    } else if (typeof value === 'string') {
      input.type = 'text';
      input.value = value;
      this.#fields.set(name, () => input.value);
    } else {
      input.type = 'text';
      input.placeholder = 'JSON';
      input.value = value === null ? '' : JSON.stringify(value);
      this.#fields.set(name, () => readJson(input));
    }
    input.spellcheck = false;
    return input;
  }
}

function readJson(input) {
  if (input.value.trim() === '') {
    return undefined;
  }
  try {
    input.setCustomValidity('');
    return JSON.parse(input.value);
  } catch {
    input.setCustomValidity('This is no JSON: put text in double quotes.');
    input.reportValidity();
    return undefined;
  }
}
