/** How long the stages of a run take. */
export type Timing = {
  /** From being asked for to a container's pick-up, when one is free: status `not-started`. */
  queueMs: number;
  /** Start of a cold container: status `queued`. One used in the last minute takes a tenth. */
  coldStartMs: number;
  /** From ComfyUI's first answer to the end: `started`, then `running`. */
  runMs: number;
  /** From a run's end until its logs can be read. */
  archiveMs: number;
};

/** Short, but each stage can be seen. */
export const visibleTiming: Timing = { queueMs: 300, coldStartMs: 500, runMs: 1500, archiveMs: 300 };

/** ComfyDeploy's own `idle_timeout`: how long a container stays warm. */
export const idleTimeoutMs = 60_000;
