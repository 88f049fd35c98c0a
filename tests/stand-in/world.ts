import type { LoginBook } from './auth/logins.ts';
import type { StandInClock } from './clock.ts';
import type { FaultDesk } from './faults/faults.ts';
import { workOff } from './runs/container.ts';
import { createMachine, type Machine } from './runs/machine.ts';
import { createProgressChannel, type ProgressChannel } from './runs/progress-channel.ts';
import type { Renderer } from './runs/renderer.ts';
import type { Run } from './runs/run.ts';
import { createRunBook, type RunBook } from './runs/run-book.ts';
import type { OutputPlace } from './runs/run-view.ts';
import { notify } from './runs/webhook.ts';
import { defaultPictureKey } from './storage/default-picture.ts';
import type { ObjectStore } from './storage/object-store.ts';
import type { Timing } from './timing.ts';
import { createDeployments, type Deployment } from './workflow/deployment.ts';

export type WorldSettings = {
  concurrencyLimit: number;
  uploadLimitBytes: number;
  megapixels: number;
  /** Whether the main deployment leaves more than the usual four inputs to its users. */
  hasSettings: boolean;
};

type WorldParts = {
  clock: StandInClock;
  faults: FaultDesk;
  objects: ObjectStore;
  renderer: Renderer;
  storageUrl: string;
  timing: () => Timing;
  settings: WorldSettings;
  /** Aborted when the stand-in closes. */
  closing: AbortSignal;
};

/** All that the API's routes work on. */
export type World = WorldParts & {
  runs: RunBook;
  machine: Machine;
  deployments: { main: Deployment; plain: Deployment };
  logins: LoginBook;
  progress: ProgressChannel;
  /** Where outputs lie and which links work, as of now. */
  outputPlace(): OutputPlace;
  /** Tells a run's webhook, and whoever listens to the stream, that its status has changed. */
  announce(run: Run): void;
};

export function createWorld(parts: WorldParts): World {
  const { clock, objects, storageUrl, timing, settings } = parts;
  const outputPlace = () => ({ storageUrl, objects, nowMs: clock.nowMs() });
  const progress = createProgressChannel();
  const announce = (run: Run) => {
    notify(run, outputPlace(), parts.closing);
    progress.publish(run);
  };
  const container = { ...parts, megapixels: settings.megapixels, onChange: announce };
  const machine = createMachine({
    clock,
    timing,
    concurrencyLimit: settings.concurrencyLimit,
    work: (run, coldStartMs) => workOff(container, run, coldStartMs),
  });
  const deployments = createDeployments(`${storageUrl}/${defaultPictureKey}`, settings);
  const books = { runs: createRunBook(), logins: new Map() };
  return { ...parts, ...books, machine, deployments, progress, outputPlace, announce };
}
