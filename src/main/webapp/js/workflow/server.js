/** What the Workflows tab asks the server for; `key` is the {@link Key} that goes with it. */

/** Stored workflows and samples: `{id, source, error, ...}` each. */
export async function listWorkflows(key) {
  const body = await get(key, 'workflows/stored');
  return body.workflows ?? [];
}

/** The text of one of them. */
export async function readWorkflow(key, id) {
  const response = await key.fetch(`workflows/stored/${encodeURIComponent(id)}`);
  if (!response.ok) {
    throw new Error(await reason(response));
  }
  const text = await response.text();
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/** Null where nothing is wrong with the document, else the server's error body. */
export async function check(key, text, signal) {
  const response = await key.fetch('workflows/validate', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: text,
    signal,
  });
  if (response.ok) {
    return null;
  }
  try {
    const body = await response.json();
    return body.message ? body : { message: body.detail?.[0]?.msg ?? `The server answers ${response.status}.` };
  } catch {
    return { message: `The server answers ${response.status}.` };
  }
}

async function get(key, path) {
  const response = await key.fetch(path);
  if (!response.ok) {
    throw new Error(await reason(response));
  }
  return response.json();
}

async function reason(response) {
  try {
    return (await response.json()).message ?? `The server answers ${response.status}.`;
  } catch {
    return `The server answers ${response.status}.`;
  }
}
