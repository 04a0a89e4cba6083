/** What the server tells of its models; `key` is the {@link Key} that goes with requests. */

/** All of them: id, state, reason, task, memory, latency, calls. */
export async function listModels(key) {
  return (await get(key, 'models')).models;
}

/** One of them, with its tensors and classes. */
export function readModel(key, id) {
  return get(key, `models/${id.split('/').map(encodeURIComponent).join('/')}`);
}

async function get(key, path) {
  const response = await key.fetch(path);
  if (response.ok) {
    return response.json();
  }
  let message = null;
  try {
    message = (await response.json()).message;
  } catch {
    // the sentence below
  }
  throw Object.assign(new Error(message ?? `The server answers ${response.status}.`), { status: response.status });
}
