import type { EngineHealth } from '#shared/engines/health.ts';
import type { InputDefinition, InputRoles, InputValue } from '#shared/inputs/input-definition.ts';
import type { Bytes, OnSent, StoredBlob } from '#shared/ports.ts';

/** The engines that can make a picture. A new one implements `Engine` and is named here. */
export const engineIds = ['comfydeploy', 'comfyui', 'predictions', 'on-device'] as const;
export type EngineId = (typeof engineIds)[number];

/** What a workflow takes and gives, in domain words. */
export type EngineDescription = {
  /** Name a person knows it by, e.g. "Flux Kontext edit". */
  name: string;
  /** Changes whenever the workflow behind the deployment changes. */
  workflowVersion: string;
  inputs: readonly InputDefinition[];
  /** Id of the output that holds the restyled picture; `null` takes the first picture. */
  outputId: string | null;
  /** Which inputs are which, where a person has chosen otherwise than we guess; read by `rolesOf`. */
  roles?: Partial<InputRoles>;
  /** How the workflow brings pictures to its own size; `kontext` cuts them to a fixed set of aspects. */
  scaling?: 'kontext';
  /** GPU the deployment runs on, e.g. `L40S`; `null` when unknown. */
  gpu: string | null;
};

export type UploadPicture = { bytes: Bytes; mimeType: 'image/png' | 'image/jpeg'; fileName: string };

export type RunRequest = {
  inputs: Readonly<Record<string, InputValue>>;
  nonce: string;
  /** GPU to run on, where the deployment leaves the choice. */
  gpu?: string;
  /** Address to be told of the run at; `everyStep` also while it works. */
  webhook?: { url: string; everyStep: boolean };
  /** What the preset is called that the run is made with: told to a relay only, for its book of runs. */
  preset?: string;
};

export type RunState = 'waiting' | 'starting' | 'running' | 'success' | 'failed' | 'timeout' | 'cancelled';

export type RunOutput = { url: string; fileName: string };

/** One look at a run. */
export type EngineRun = {
  state: RunState;
  /** 0..1, `null` when the engine does not say. Stands still during sampling. */
  progressRatio: number | null;
  /** Runs before this one, `null` when unknown. */
  queuePosition: number | null;
  /** The picture to fetch; present only in state `success`, and even then possibly `null`. */
  output: RunOutput | null;
  /** Seconds on the GPU, `null` while unfinished. */
  runSeconds: number | null;
  /** Seconds from being asked for to the GPU's start, `null` while unknown. */
  queueSeconds: number | null;
  /** Seconds a cold GPU took to start, charged as well; left out where nobody says. */
  startSeconds?: number | null;
  gpu: string | null;
  /** Seconds the run has worked for until now, by the engine's own clock; left out where it does not say. */
  workedSeconds?: number;
  /** The inputs as the engine recorded them. */
  inputs: Readonly<Record<string, unknown>>;
};

/** What an engine says of a run between two looks. A hint: only a look decides what has become of it. */
export type RunNews =
  /** How far the run is, 0..1; never falls. */
  | { kind: 'progress'; ratio: number }
  /** What the picture looks like so far: checked, without metadata, not to be kept. */
  | { kind: 'preview'; picture: StoredBlob }
  /** It has begun or ended: a good moment to look. */
  | { kind: 'turn' };

/** What is known of a paid request whose answer was lost. */
export type RunIntent = {
  nonce: string;
  sentAtMs: number;
  /** The same by the server's clock, where that was known at the time: nobody can set it since. */
  sentAtServerMs?: number | null;
};
export type Reconciliation = { state: 'found'; runId: string } | { state: 'absent' } | { state: 'unclear' };

/**
 * The port behind which every engine hides its wire. All calls reject with `AppError`.
 * `start` is the call that costs money: an error marked by `mayHaveStarted` (start-outcome.ts)
 * leaves open whether a run exists, and only `reconcile` can tell.
 */
export type Engine = {
  readonly id: EngineId;
  /** A run is sure to wait when `start` answers, so that a look right then would show nothing. */
  readonly startsWaiting?: true;
  describe(signal?: AbortSignal): Promise<EngineDescription>;
  /**
   * Makes a picture readable to the engine; answers the value to send as picture input. `onSent` is called
   * as it goes out, where that can be seen.
   */
  upload(picture: UploadPicture, signal?: AbortSignal, onSent?: OnSent): Promise<string>;
  /** Starts one run, once. Answers the run's id. */
  start(request: RunRequest, signal?: AbortSignal): Promise<string>;
  get(runId: string, signal?: AbortSignal): Promise<EngineRun>;
  cancel(runId: string, signal?: AbortSignal): Promise<void>;
  fetchOutput(output: RunOutput, signal?: AbortSignal): Promise<Bytes>;
  reconcile(intent: RunIntent, signal?: AbortSignal): Promise<Reconciliation>;
  /**
   * Every run that carries the intent's nonce, the oldest first. Left out where one nonce cannot make
   * two runs, or where that cannot be seen.
   */
  runsOf?(intent: RunIntent, signal?: AbortSignal): Promise<readonly string[]>;
  /** How far the server's clock is before ours, as its last answer to this engine told; `null` while unknown. */
  serverAheadMs?(): number | null;
  /** Why a run failed, in the engine's own words; `null` when it does not say. */
  failureReason(runId: string, signal?: AbortSignal): Promise<string | null>;
  /**
   * Ids of the inputs in whose place a run has used something else than was sent. Left out where runs
   * do not record what was sent.
   */
  substituted?(
    sent: Readonly<Record<string, InputValue>>,
    run: EngineRun,
    inputs: readonly InputDefinition[],
  ): readonly string[];
  /**
   * Tells what happens to a run while it runs, until it is aborted or the connection ends, which is no
   * error. Left out where an engine can only be asked.
   */
  follow?(runId: string, onNews: (news: RunNews) => void, signal: AbortSignal): Promise<void>;
  /** US dollars per second by GPU name. */
  prices(signal?: AbortSignal): Promise<Readonly<Record<string, number>>>;
  /**
   * Listens until the stream ends or is aborted, and calls back with the id of each run that is said to
   * have ended, whosever it is. A hint proves nothing: it is only a good moment to look. Answers whether
   * the stream was of use. Left out where there is none.
   */
  hints?(runId: string, onHint: (runId: string) => void, signal: AbortSignal): Promise<boolean>;
  /** How it is doing, by one free call. What cannot be told so (credit, a free GPU) is not in it. */
  health(signal?: AbortSignal): Promise<EngineHealth>;
};

/** ComfyUI's node that takes Kontext's nearest aspect and cuts off what does not fit it. */
export const kontextScale = 'FluxKontextImageScale';
