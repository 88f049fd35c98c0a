import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const inTests = (path: string) => fileURLToPath(new URL(`tests/${path}`, import.meta.url));

/** Waits half a minute by design: whatever runs beside it must not have ended before. */
const longest = /worker-death|hints\.test/;

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => Number(longest.test(moduleId));
    return (await super.sort(files)).sort((a, b) => isLong(b) - isLong(a));
  }
}

/** One project per group of `npm test`. */
const project = (name: string, options: object = {}) => ({
  extends: true as const,
  test: { name, include: [`tests/${name}/**/*.test.{ts,tsx}`], setupFiles: ['tests/seed.ts'], ...options },
});

/** Speed is for benchmarks to judge: no test fails because its machine is slow. */
const onAnyMachine = { testTimeout: 30_000 };

/** No file has to put one in place of another for itself. */
const inMemoryBrowser = { alias: { 'wxt/browser': inTests('fakes/memory-browser.ts') } };

/** A busy machine may let a browser, or a real server, miss its moment once; a fault misses it twice. */
const onRealThings = { retry: 1 };

/** Several browsers at once, each on a display of its own: a test mostly waits for its browser, or for a run. */
const inBrowser = { ...onRealThings, maxWorkers: 3, testTimeout: 60_000, hookTimeout: 90_000 };

export default defineConfig({
  plugins: [preact()],
  test: {
    // A worker loads what is tested once, not for each file anew: whoever changes a global puts it back.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    projects: [
      project('repository', onAnyMachine),
      project('unit', { ...onAnyMachine, ...inMemoryBrowser }),
      project('contract', { ...onRealThings, testTimeout: 20_000, maxWorkers: 3 }),
      project('figma', inBrowser),
      project('chromium', inBrowser),
      // Its few files gain nothing by sharing.
      project('firefox', { ...inBrowser, isolate: true, maxWorkers: 2 }),
    ],
  },
});
