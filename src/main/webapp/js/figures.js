/**
 * The live figures: what the server measured (its `status` answers) beside what the browser knows of
 * the connection (`getStats`). Every key may be absent; an absent figure shows a dash.
 */

const DASH = '–';

/** Turns successive `getStats` reports of one connection into rates. */
export class ConnectionMeter {
  #before = new Map();

  /** `{sent, received, roundTripMs}`, each direction `{codec, width, height, fps, kbps}` or null. */
  read(report) {
    const picture = { sent: null, received: null, roundTripMs: null };
    for (const entry of report.values()) {
      if (entry.type === 'outbound-rtp' && entry.kind === 'video') {
        picture.sent = this.#direction(entry, entry.bytesSent, report);
      } else if (entry.type === 'inbound-rtp' && entry.kind === 'video') {
        picture.received = this.#direction(entry, entry.bytesReceived, report);
      } else if (entry.type === 'candidate-pair' && entry.nominated && entry.state === 'succeeded') {
        picture.roundTripMs = (entry.currentRoundTripTime ?? NaN) * 1000;
      }
    }
    return picture;
  }

  #direction(entry, bytes, report) {
    const before = this.#before.get(entry.id);
    this.#before.set(entry.id, { bytes, at: entry.timestamp });
    const seconds = before ? (entry.timestamp - before.at) / 1000 : 0;
    return {
      codec: report.get(entry.codecId)?.mimeType?.replace('video/', '') ?? null,
      width: entry.frameWidth,
      height: entry.frameHeight,
      fps: entry.framesPerSecond,
      kbps: seconds > 0 ? ((bytes - before.bytes) * 8) / 1000 / seconds : NaN,
    };
  }
}

/** Writes the figures into the elements that carry `data-figure`. */
export class FiguresView {
  #cells = new Map();

  constructor(root) {
    for (const cell of root.querySelectorAll('[data-figure]')) {
      this.#cells.set(cell.dataset.figure, cell);
    }
  }

  /** `server`: the newest `stats`, or null; `connection`: the newest {@link ConnectionMeter} reading. */
  show(server, connection) {
    const stats = server ?? {};
    this.#set('fps-in', rate(stats.fps?.in ?? connection?.sent?.fps));
    this.#set('fps-processed', rate(stats.fps?.processed));
    this.#set('fps-out', rate(stats.fps?.out ?? connection?.received?.fps));
    this.#set('latency-p50', whole(stats.latency_ms?.p50));
    this.#set('latency-p95', whole(stats.latency_ms?.p95));
    this.#set('inference-p50', whole(stats.inference_ms?.p50));
    this.#set('dropped', dropped(stats.frames));
    this.#set('round-trip', whole(connection?.roundTripMs ?? stats.video?.rtt_ms));
    this.#set('sent', direction(connection?.sent ?? serverVideo(stats.video)));
    this.#set('received', direction(connection?.received));
  }

  clear() {
    for (const cell of this.#cells.values()) {
      cell.textContent = DASH;
    }
  }

  #set(name, text) {
    const cell = this.#cells.get(name);
    if (cell && cell.textContent !== text) {
      cell.textContent = text;
    }
  }
}

function serverVideo(video) {
  return video && { ...video, kbps: video.bitrate_kbps };
}

function direction(video) {
  if (!video) {
    return DASH;
  }
  const size = video.width && video.height ? `${video.width} × ${video.height}` : null;
  return [video.codec, size, bitrate(video.kbps)].filter(Boolean).join(' · ') || DASH;
}

function bitrate(kbps) {
  if (!Number.isFinite(kbps)) {
    return null;
  }
  return kbps >= 1000 ? `${(kbps / 1000).toFixed(1)} Mbit/s` : `${Math.round(kbps)} kbit/s`;
}

function dropped(frames) {
  if (!Number.isFinite(frames?.dropped)) {
    return DASH;
  }
  const share = frames.received > 0 ? ` (${((100 * frames.dropped) / frames.received).toFixed(0)} %)` : '';
  return `${frames.dropped.toLocaleString('en')}${share}`;
}

function rate(value) {
  return Number.isFinite(value) ? value.toFixed(1) : DASH;
}

function whole(value) {
  return Number.isFinite(value) ? value.toFixed(value < 10 ? 1 : 0) : DASH;
}
