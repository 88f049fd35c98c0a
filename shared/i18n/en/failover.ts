import type { EngineId } from '#shared/engines/engine.ts';
import type { ErrorCode } from '#shared/errors/codes.ts';

/** What changes when another engine takes a job: who gets the picture, who pays, how it will differ. */
export const failoverWords = {
  button: (name: string) => `Use ${name} instead`,
  changes: {
    comfydeploy: 'The picture goes to your team’s ComfyDeploy, which pays. It is your team’s own workflow.',
    comfyui:
      'The picture goes to your ComfyUI. It runs the workflow you gave it; Comfy Cloud charges your account.',
    predictions: 'The picture goes to that server, and its account pays. Its model may answer differently.',
    'on-device': 'The picture stays here and it costs nothing. It gets a sample look, not your team’s model.',
  } satisfies Record<EngineId, string>,
} as const;

type Why = Partial<Record<ErrorCode, (engine: string) => string>>;

/** Who made a picture in whose place, and why. */
export const handoverWords = {
  why: {
    unreachable: (engine) => `${engine} did not answer`,
    timeout: (engine) => `${engine} did not answer in time`,
    'server-failed': (engine) => `${engine} had a problem`,
    'network-blocked': (engine) => `your network kept ${engine} away`,
    'network-sign-in': (engine) => `your network kept ${engine} away`,
    'untrusted-connection': (engine) => `the connection to ${engine} was not trusted`,
    'rate-limited': (engine) => `${engine} was busy`,
    'no-credit': (engine) => `the credit at ${engine} was used up`,
    unauthorized: (engine) => `${engine} did not accept the key`,
  } satisfies Why as Why,
  otherwise: (engine: string) => `${engine} could not make it`,
  makers: {
    comfydeploy: 'your team’s ComfyDeploy',
    comfyui: 'your ComfyUI',
    predictions: 'the prediction server',
    'on-device': 'a sample look on this device, not your team’s model',
  } satisfies Record<EngineId, string>,
  made: (why: string, maker: string) => `${why}, so ${maker} made it.`,
  makes: (why: string, maker: string) => `${why}, so ${maker} takes over.`,
  /** Where there is room for little: who made it comes first. */
  short: (maker: string, why: string) => `${maker}, because ${why}`,
  chosen: (why: string, maker: string) => `${why}, so you chose ${maker}.`,
} as const;

/** The setting that lets another engine go on without asking. */
export const fallbackWords = {
  label: 'When it is down',
  ask: 'Ask me',
  goOn: (name: string) => `Go on with ${name} by itself`,
  never: 'A picture that may already be in the works there is never given to another.',
} as const;
