/**
 * Everything that can go wrong, in words for the person in front of the page: what happened and
 * what to do about it. Codes and the server's own sentence are kept as "details" for whoever helps.
 */

const RETRY = 'Press Start to try again.';

const EXPLANATIONS = {
  'permission-denied': [
    'The browser may not use your camera',
    'Allow the camera for this page (the camera symbol in the address bar, or the site settings), '
      + 'check that your system lets the browser use it, then press Start again.',
  ],
  'screen-refused': [
    'No screen was shared',
    'Press Start again and choose a screen, a window or a tab in the dialog of the browser.',
  ],
  'no-camera': [
    'No camera was found',
    'Connect a camera and press Start again, or choose “Sample clip” as the source.',
  ],
  'camera-busy': [
    'The camera is in use',
    'Close the other program or tab that uses the camera, then press Start again.',
  ],
  'camera-size': [
    'The camera cannot deliver this size',
    'Choose a smaller size, then press Start again.',
  ],
  'insecure': [
    'The browser gives cameras and screens to secure pages only',
    'Open this page through https://, or on the machine itself through http://localhost. '
      + 'The sample clip works here too.',
  ],
  'unsupported': [
    'This browser cannot do that',
    'Use a current version of Chrome, Edge, Firefox or Safari.',
  ],
  'sample-missing': [
    'The sample clip could not be played',
    'Reload the page. If it happens again, choose the camera or a screen as the source.',
  ],
  'server-unreachable': [
    'The server does not answer',
    'Check that the server is running and that no proxy or firewall blocks WebSocket connections, '
      + 'then press Start again.',
  ],
  'socket-lost': [
    'The connection to the server was lost',
    'Check your network. ' + RETRY,
  ],
  'socket-interrupted': [
    'The connection to the server was interrupted',
    'The video goes on while this page connects again.',
  ],
  'server-leaving': [
    'The server is going away',
    'It is being stopped or updated. Wait a minute, then press Start again.',
  ],
  'server-full': [
    'The server is full',
    'All of its places for live sessions are taken. Try again in a few minutes, or ask your '
      + 'administrator to raise the limit.',
  ],
  'media-unavailable': [
    'This server cannot process video',
    'A library that it needs is missing. Give the details below to your administrator.',
  ],
  'key-needed': [
    'This server asks for a key',
    'Press Start and enter the key that your administrator gave you.',
  ],
  'not-authorised': [
    'You may not use this server',
    'Sign in again, or ask your administrator for access.',
  ],
  'model-missing': [
    'The model is not available on this server',
    'Choose another model in the workflow, or ask your administrator to install this one. The details below name it.',
  ],
  'workflow-invalid': [
    'The server could not run its workflow',
    'Give the details below to whoever maintains the workflow on this server.',
  ],
  'parameter-wrong': [
    'A parameter of the workflow has a value that it may not have',
    'Change it: the details below name it and say what would be right.',
  ],
  'step-refused': [
    'A step of the workflow may not run on this server',
    'The details below name the step, and the setting by which your administrator may allow it.',
  ],
  'output-unknown': [
    'The workflow has no such output',
    'Choose another output. The details below name those that exist.',
  ],
  'no-video-back': [
    'This session sends no video back',
    'It was started without video. Stop it, choose the video output, and press Start again.',
  ],
  'not-available': [
    'This server cannot do that yet',
    'The session goes on without it.',
  ],
  'source-refused': [
    'This server may not open that camera',
    'Ask your administrator to list the address of the camera. The details below name the setting.',
  ],
  'message-too-large': [
    'The workflow is too large for this server',
    'Make it smaller, or ask your administrator to raise sightline.signaling.message.max.bytes.',
  ],
  'no-answer': [
    'The server did not answer in time',
    'It may be overloaded or still starting. Wait a moment, then press Start again.',
  ],
  'bad-answer': [
    'The browser did not understand the answer of the server',
    'Reload the page. If it happens again, choose “Automatic” as the codec under Advanced.',
  ],
  'connection-blocked': [
    'The video connection is blocked',
    'The server answers, but video cannot reach it. A firewall or VPN probably blocks UDP: try '
      + 'another network, or ask your administrator for a TURN relay.',
  ],
  'connection-lost': [
    'The video connection was lost',
    'Check your network. ' + RETRY,
  ],
  'codec-refused': [
    'The server and this browser share no video codec',
    'Choose “Automatic” as the codec under Advanced, then press Start again.',
  ],
  'session-failed': [
    'The session ended because of an error on the server',
    RETRY + ' If it happens again, give the details to your administrator.',
  ],
  'server-problem': [
    'The server reported a problem',
    RETRY + ' If it happens again, give the details to your administrator.',
  ],
  'unexpected': [
    'Something unexpected happened in the page',
    'Reload the page and press Start again.',
  ],
};

/** What only the server's own sentence makes clear: its details are open. */
const OPEN = ['model-missing', 'workflow-invalid', 'step-refused'];
const NOTICE_ADVICE = 'The session goes on. Change the setting, or give the details to your administrator.';
const SURVIVABLE = ['parameter-wrong', 'output-unknown', 'no-video-back', 'not-available', 'socket-interrupted'];

const SERVER_ERROR_KINDS = {
  SessionLimitReached: 'server-full',
  SocketLimitReached: 'server-full',
  ServerDraining: 'server-leaving',
  MediaUnavailable: 'media-unavailable',
  MissingApiKeyError: 'key-needed',
  NotAuthorised: 'key-needed',
  NotAuthorized: 'not-authorised',
  ModelNotFound: 'model-missing',
  WorkflowSyntaxError: 'workflow-invalid',
  WorkflowError: 'workflow-invalid',
  WorkflowDefinitionError: 'workflow-invalid',
  WorkflowNotFound: 'workflow-invalid',
  DuplicatedNameError: 'workflow-invalid',
  InvalidReferenceTargetError: 'workflow-invalid',
  ReferenceTypeError: 'workflow-invalid',
  ExecutionGraphStructureError: 'workflow-invalid',
  NotSupportedExecutionEngineError: 'workflow-invalid',
  RuntimeInputError: 'parameter-wrong',
  BlockInitialisationError: 'step-refused',
  SourceNotAllowed: 'source-refused',
  MessageTooLarge: 'message-too-large',
  NotAvailable: 'not-available',
  NotAvailableYet: 'not-available',
};

const ENDINGS = {
  client: 'You stopped the session.',
  timeout_reached: 'The session reached its time limit. Press Start to open a new one.',
  idle: 'The session was closed because nothing happened for a while. Press Start to open a new one.',
  source_ended: 'The video source ended. Press Start to open a new session.',
  drained: 'The server is being taken out of service. Wait a minute, then press Start again.',
  administrator: 'An administrator ended the session. Press Start to open a new one.',
};

/** A failure of a known kind; `detail` is for the person who helps, never the headline. */
export class Failure extends Error {
  constructor(kind, detail = '') {
    super(detail || kind);
    this.name = 'Failure';
    this.kind = kind;
    this.detail = detail;
  }
}

/** Any thrown value as a {@link Failure}. */
export function asFailure(error) {
  if (error instanceof Failure) {
    return error;
  }
  return new Failure('unexpected', `${error?.name ?? 'Error'}: ${error?.message ?? error}`);
}

/** What `getUserMedia` and `getDisplayMedia` reject with, by the names of the Media Capture text. */
export function captureFailure(error, source) {
  const detail = `${error.name}: ${error.message}`;
  switch (error.name) {
    case 'NotAllowedError':
    case 'SecurityError':
      return new Failure(source === 'screen' ? 'screen-refused' : 'permission-denied', detail);
    case 'NotFoundError':
      return new Failure('no-camera', detail);
    case 'NotReadableError':
    case 'AbortError':
      return new Failure(source === 'screen' ? 'screen-refused' : 'camera-busy', detail);
    case 'OverconstrainedError':
      return new Failure('camera-size', `${detail} ${error.constraint ?? ''}`.trim());
    default:
      return new Failure('unexpected', detail);
  }
}

/** An `error` message of the server. */
export function serverFailure(message) {
  const type = String(message.error_type ?? 'Error');
  const kind = SERVER_ERROR_KINDS[type] ?? configurationKind(type, message.message);
  return new Failure(kind, `${type}: ${message.message ?? 'no message'}`);
}

/** What a configuration was refused for, by the server's sentence; other types stay unnamed. */
function configurationKind(type, text) {
  if (type === 'WebRTCConfigurationError') {
    if (/^Invalid (stream|data)_output/.test(text)) {
      return 'output-unknown';
    }
    if (/sends no video back/.test(text)) {
      return 'no-video-back';
    }
  }
  return 'server-problem';
}

/** The sentence for a `terminated` message, or null when its reason is an error. */
export function endingSentence(reason) {
  return ENDINGS[reason] ?? null;
}

/** `{title, advice, detail, open}` of a failure, `open` where the detail is to be seen at once; `goesOn` when the session survived it. */
export function explain(failure, goesOn = false) {
  const [title, advice] = EXPLANATIONS[failure.kind] ?? EXPLANATIONS.unexpected;
  const keepsItsAdvice = !goesOn || SURVIVABLE.includes(failure.kind);
  const open = OPEN.includes(failure.kind);
  return { title, advice: keepsItsAdvice ? advice : NOTICE_ADVICE, detail: failure.detail, open };
}
