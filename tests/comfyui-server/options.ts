/**
 * Which ComfyUI to be. `old` is 0.3.64, `new` v0.20.1, `master` what comes after it, as measured and
 * read; `cloud` is Comfy Cloud as its OpenAPI document describes it.
 */
export type Dialect = 'old' | 'new' | 'master' | 'cloud';

export type Outcome = 'success' | 'failed' | 'no-outputs' | 'many-outputs' | 'cancelled';

export type ServerOptions = {
  dialect: Dialect;
  /** Requests without it answer 401; `null` asks for none. */
  apiKey: string | null;
  /** How runs end. */
  outcome: Outcome;
  runMs: number;
  /** Size of results. */
  megapixels: number;
  maxUploadBytes: number;
  /** Started with `--enable-cors-header`. */
  hasCorsHeader: boolean;
  /** Node classes and model files that are not installed. */
  lacks: readonly string[];
  /** Before every answer. */
  answerDelayMs: number;
  /** Queues the prompt, then cuts the connection. */
  losesAnswers: boolean;
  /** A run begins when somebody listens to it: for tests that must not miss a word. */
  startsWhenHeard: boolean;
  /** Another web server altogether: everything answers 200 with a page. */
  isWebPage: boolean;
};

export const defaultOptions: ServerOptions = {
  dialect: 'new',
  apiKey: null,
  outcome: 'success',
  runMs: 20,
  megapixels: 0.02,
  maxUploadBytes: 104_857_600,
  hasCorsHeader: false,
  lacks: [],
  answerDelayMs: 0,
  losesAnswers: false,
  startsWhenHeard: false,
  isWebPage: false,
};
