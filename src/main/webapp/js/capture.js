/**
 * Where the pictures come from: a camera, a screen, or the sample clip. `openCapture` answers a
 * {@link Capture}: one live video track, its stream for the preview, and one `stop()`.
 */

import { Failure, captureFailure } from './errors.js';

const SAMPLE_CLIP = 'media/people.webm';
const SAMPLE_FALLBACK_FPS = 25;

/** An open source. `onEnded` is called once if the source ends by itself. */
export class Capture {
  #release;

  constructor(kind, stream, release = () => {}) {
    this.kind = kind;
    this.stream = stream;
    this.#release = release;
  }

  get track() {
    return this.stream.getVideoTracks()[0];
  }

  set onEnded(callback) {
    this.track.addEventListener('ended', callback, { once: true });
  }

  /** Asks the live track for another size; false when the track refuses. */
  async resize(size) {
    try {
      await this.track.applyConstraints(sizeConstraints(size));
      return true;
    } catch {
      return false;
    }
  }

  stop() {
    for (const track of this.stream.getTracks()) {
      track.stop();
    }
    this.#release();
  }
}

/** Opens `choice.source` (`camera`, `screen`, `sample`); rejects with a {@link Failure}. */
export async function openCapture(choice) {
  switch (choice.source) {
    case 'camera':
      return openCamera(choice.camera, choice.size);
    case 'screen':
      return openScreen();
    default:
      return openSample();
  }
}

/** The cameras known now; labels are empty until the person has allowed a camera once. */
export async function listCameras() {
  if (!navigator.mediaDevices?.enumerateDevices) {
    return [];
  }
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices
    .filter((device) => device.kind === 'videoinput')
    .map((device, index) => ({ id: device.deviceId, label: device.label || `Camera ${index + 1}` }));
}

export function canShareScreen() {
  return Boolean(navigator.mediaDevices?.getDisplayMedia);
}

async function openCamera(deviceId, size) {
  requireDevices();
  const video = { ...sizeConstraints(size), frameRate: { ideal: 30 } };
  if (deviceId) {
    video.deviceId = { exact: deviceId };
  }
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ video, audio: false });
    stream.getVideoTracks()[0].contentHint = 'motion';
    return new Capture('camera', stream);
  } catch (error) {
    throw captureFailure(error, 'camera');
  }
}

async function openScreen() {
  requireDevices();
  if (!canShareScreen()) {
    throw new Failure('unsupported', 'getDisplayMedia is missing');
  }
  try {
    const stream = await navigator.mediaDevices.getDisplayMedia({
      video: { frameRate: { ideal: 30, max: 30 } },
      audio: false,
    });
    stream.getVideoTracks()[0].contentHint = 'detail';
    return new Capture('screen', stream);
  } catch (error) {
    throw captureFailure(error, 'screen');
  }
}

/** Plays the clip from memory: the loop then needs no server that can answer for a part of a file. */
async function openSample() {
  const address = await sampleAddress();
  const video = document.createElement('video');
  video.src = address;
  video.loop = true;
  video.muted = true;
  video.playsInline = true;
  try {
    await video.play();
  } catch (error) {
    throw new Failure('sample-missing', `${error.name}: ${error.message}`);
  }
  const [stream, stopDrawing] = streamOf(video);
  return new Capture('sample', stream, () => {
    stopDrawing();
    video.pause();
    video.removeAttribute('src');
    video.load();
    URL.revokeObjectURL(address);
  });
}

async function sampleAddress() {
  const response = await fetch(SAMPLE_CLIP).catch(() => null);
  if (!response?.ok) {
    throw new Failure('sample-missing', `${SAMPLE_CLIP}: ${response?.status ?? 'no answer'}`);
  }
  return URL.createObjectURL(new Blob([await response.arrayBuffer()], { type: 'video/webm' }));
}

/** The element's own capture where the browser has it, else its pictures drawn on a canvas. */
function streamOf(video) {
  const capture = video.captureStream ?? video.mozCaptureStream;
  if (capture) {
    return [capture.call(video), () => {}];
  }
  const canvas = document.createElement('canvas');
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  const context = canvas.getContext('2d');
  const timer = setInterval(() => context.drawImage(video, 0, 0), 1000 / SAMPLE_FALLBACK_FPS);
  return [canvas.captureStream(SAMPLE_FALLBACK_FPS), () => clearInterval(timer)];
}

function sizeConstraints(size) {
  const [width, height] = size.split('x').map(Number);
  return { width: { ideal: width }, height: { ideal: height } };
}

function requireDevices() {
  if (!window.isSecureContext) {
    throw new Failure('insecure', `${location.origin} is not a secure context`);
  }
  if (!navigator.mediaDevices?.getUserMedia) {
    throw new Failure('unsupported', 'navigator.mediaDevices is missing');
  }
}
