/**
 * `window.sightline`: what the page knows, read-only, for tests and for a person with the developer
 * tools open. Nothing in the page reads it.
 */

export function publish(app) {
  window.sightline = Object.freeze({
    /** idle, connecting, running, paused, ended or error. */
    get state() {
      return app.view.phase;
    },
    get sessionId() {
      return app.session?.id ?? null;
    },
    /** How many results this session brought. */
    get frames() {
      return app.frames;
    },
    /** `{frameId, body}`, the newest result whole. */
    get lastResult() {
      return app.results.latest;
    },
    /** The newest `configured` message. */
    get configured() {
      return app.configured;
    },
    /** The server's newest figures. */
    get stats() {
      return app.serverStats;
    },
    /** The browser's newest figures. */
    get connection() {
      return app.connection;
    },
    /** The kind of the newest failure, such as `server-full`. */
    get failure() {
      return app.failure?.kind ?? null;
    },
    /** Results that could not be put together or read. */
    get droppedResults() {
      return app.session?.droppedResults ?? 0;
    },
  });
}
