/** What the server tells of its models. */

/** All of them: id, state, reason, task, memory, latency, calls. */
export async function listModels() {
  return (await get('models')).models;
}

/** One of them, with its tensors and classes. */
export function readModel(id) {
  return get(`models/${id.split('/').map(encodeURIComponent).join('/')}`);
}

async function get(path) {
  const response = await fetch(path);
  if (response.ok) {
    return response.json();
  }
  let message = null;
  try {
    message = (await response.json()).message;
  } catch {
    // the sentence below
  }
  throw new Error(message ?? `The server answers ${response.status}.`);
}
