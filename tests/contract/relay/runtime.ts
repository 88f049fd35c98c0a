import { TestRunner } from 'vitest';

export type Runtime = 'node' | 'workers';

const chosen: { runtime: Runtime } = { runtime: 'node' };

/** Where relays of this file run from now on; every test of theirs is for both. */
export function chooseRuntime(runtime: Runtime): void {
  chosen.runtime = runtime;
}

export function isOnWorkers(): boolean {
  return chosen.runtime === 'workers';
}

/** Of a test whose means are not to be had in a Worker. */
export function onNodeOnly(): void {
  if (isOnWorkers()) TestRunner.getCurrentTest()?.context.skip('Node only');
}
