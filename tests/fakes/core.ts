import { readFile } from 'node:fs/promises';
import { testConnection } from '#shared/connection/test-connection.ts';
import { createComfyDeployEngine } from '#shared/engines/comfydeploy/engine.ts';
import type { RunnerDeps } from '#shared/jobs/drive.ts';
import type { Job } from '#shared/jobs/job.ts';
import type { JobRequest } from '#shared/jobs/job-request.ts';
import type { JobJournal } from '#shared/jobs/journal.ts';
import { newRecipe } from '#shared/jobs/new-recipe.ts';
import { createJobRunner } from '#shared/jobs/runner.ts';
import { systemIds } from '#shared/platform.ts';
import type { BlobStore, Bytes, HttpFetch } from '#shared/ports.ts';
import { builtInPresets } from '#shared/presets/built-in.ts';
import { createMemoryBlobStore, createMemoryJournal } from '#shared/storage/memory.ts';
import type { StandIn } from '../stand-in/stand-in.ts';
import { createSharpCodec } from './sharp-codec.ts';
import { createVirtualClock } from './virtual-clock.ts';

/** What lives on the disk, and so outlives a crash. */
export type Disk = { journal: JobJournal; blobs: BlobStore };

/** A disk with nothing on it yet, which outlives the cores that work with it. */
export function createMemoryDisk(): Disk {
  return { journal: createMemoryJournal(), blobs: createMemoryBlobStore() };
}

/** A connection to the stand-in, tested as the settings page tests it. */
export function connectionTo(
  { baseUrl, apiKey, deploymentId, storageUrl }: StandIn,
  fetch: HttpFetch = globalThis.fetch,
) {
  const draft = { baseUrl, apiKey, deploymentId, storageOrigins: storageUrl };
  return testConnection(draft, { fetch, clock: createVirtualClock() });
}

export type CoreOptions = Partial<RunnerDeps> & { fetch?: HttpFetch };

export type Core = Awaited<ReturnType<typeof createCore>>;

/** The core as the extension wires it, over real HTTP to the stand-in and a clock that does not wait. */
export async function createCore(
  standIn: StandIn,
  disk: Disk,
  { fetch = globalThis.fetch, ...changes }: CoreOptions = {},
) {
  const connection = await connectionTo(standIn);
  const clock = changes.clock ?? createVirtualClock(Date.now());
  const { description, prices } = connection;
  const { baseUrl, apiKey, deploymentId } = standIn;
  const engine = createComfyDeployEngine({ baseUrl, apiKey, deploymentId, fetch, clock });
  const ended = new Map<string, (job: Job) => void>();
  const runner = createJobRunner({
    ...disk,
    workflow: async () => ({ engine, description, prices }),
    codec: createSharpCodec(),
    ids: systemIds,
    onChange(job) {
      if (['done', 'failed', 'cancelled'].includes(job.stage.name)) ended.get(job.id)?.(job);
    },
    ...changes,
    clock,
  });
  const wishes = { preset: builtInPresets[1] ?? null, typed: '', strength: null, seed: 42 };
  return {
    runner,
    engine,
    connection,
    /** A request for one photograph. */
    async request(photo = 'coffee.png'): Promise<JobRequest> {
      const file = await readFile(new URL(`../fixtures/photos/${photo}`, import.meta.url));
      return {
        source: { bytes: Uint8Array.from(file) as Bytes, mimeType: 'image/png' },
        recipe: newRecipe(connection, wishes),
        context: { label: photo, surface: 'page', captureRoute: 'file' },
      };
    },
    /** The job once it has ended. */
    async end(jobId: string): Promise<Job> {
      const now = await disk.journal.get(jobId);
      if (now && ['done', 'failed', 'cancelled'].includes(now.stage.name)) return now;
      return new Promise((resolve) => ended.set(jobId, resolve));
    },
  };
}
