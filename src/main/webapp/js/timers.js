/** Named timers that end together: setting a name again replaces it, `clear` ends all. */
export class Timers {
  #running = new Map();

  after(milliseconds, name, action) {
    this.cancel(name);
    this.#running.set(name, setTimeout(action, milliseconds));
  }

  every(milliseconds, name, action) {
    this.cancel(name);
    this.#running.set(name, setInterval(action, milliseconds));
  }

  cancel(name) {
    clearTimeout(this.#running.get(name));
    this.#running.delete(name);
  }

  clear() {
    for (const name of [...this.#running.keys()]) {
      this.cancel(name);
    }
  }
}
