/**
 * Takes a session up again after its socket was lost: the server keeps the media running for a grace
 * time and knows the session by id and token.
 */

import { Signaling } from './signaling.js';

const DELAYS_MS = [500, 1_500, 4_000];
const REPLY_TIMEOUT_MS = 10_000;

/** An open {@link Signaling} that carries the session again, or null when the server refuses. */
export async function reattach(id, token, isOver) {
  for (const delay of DELAYS_MS) {
    await new Promise((resolve) => setTimeout(resolve, delay));
    if (isOver()) {
      return null;
    }
    const signaling = new Signaling();
    try {
      await signaling.open();
    } catch {
      continue;
    }
    if (!isOver() && (await takenBack(signaling, id, token))) {
      return signaling;
    }
    signaling.close();
    return null;
  }
  return null;
}

function takenBack(signaling, id, token) {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), REPLY_TIMEOUT_MS);
    const settle = (taken) => {
      clearTimeout(timer);
      resolve(taken);
    };
    signaling.addEventListener('message', ({ detail }) => settle(detail.type !== 'error'), { once: true });
    signaling.addEventListener('lost', () => settle(false), { once: true });
    signaling.send({ type: 'resume_session', session_id: id, token });
  });
}
