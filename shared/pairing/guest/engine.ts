import type { Engine, EngineDescription, EngineRun } from '#shared/engines/engine.ts';
import { takeHealth } from '#shared/engines/health.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { InputDefinition } from '#shared/inputs/input-definition.ts';
import type { Job } from '#shared/jobs/job.ts';
import type { AskLimits, PairedBrowser } from '#shared/pairing/guest/paired-browser.ts';
import { type JobStatus, type Listing, listingSchema, statusSchema } from '#shared/pairing/verbs.ts';
import type { BlobStore, Clock } from '#shared/ports.ts';

export type PairedEngineOptions = {
  browser: PairedBrowser;
  blobs: BlobStore;
  clock: Clock;
  /** The job it is to work for; `null` where it is only asked what there is. */
  job: Job | null;
};

/**
 * A browser that is paired, as an engine: a run here is a job there, named by the nonce. So asking twice
 * makes one, and one whose answer was lost is found by its name. Keys and payment stay over there.
 */
export function createPairedEngine({ browser, blobs, clock, job }: PairedEngineOptions): Engine {
  const statusOf = async (jobId: string, signal?: AbortSignal): Promise<JobStatus> =>
    statusSchema.parse((await browser.ask({ verb: 'status', jobId }, undefined, { signal })).value);

  return {
    id: 'comfydeploy',

    describe: async (signal) => describe(await readListing(browser, { signal })),

    // It goes over with the request itself.
    upload: ({ bytes, mimeType }) => blobs.put({ bytes, mimeType }),

    async start({ inputs, nonce }, signal) {
      const picture = await blobs.get(String(inputs[pictureInput]));
      if (!job || !picture) throw new AppError('picture-lost', 'The panel no longer has the picture');
      const { presetId, prompt, strength, seed } = job.recipe;
      const label = job.context.label.slice(0, 300);
      await browser.ask(
        { verb: 'submit', jobId: nonce, label, presetId, prompt, strength, seed },
        picture.bytes,
        { signal },
      );
      return nonce;
    },

    async get(runId, signal) {
      const status = await statusOf(runId, signal);
      if (!status) throw new AppError('run-not-found', 'The browser has no such job');
      return runOf(runId, status);
    },

    cancel: async (runId, signal) =>
      void (await browser.ask({ verb: 'cancel', jobId: runId }, undefined, { signal })),

    fetchOutput: async ({ url }, signal) =>
      (await browser.ask({ verb: 'result', jobId: url }, undefined, { signal })).bytes,

    async reconcile({ nonce }, signal) {
      return (await statusOf(nonce, signal)) ? { state: 'found', runId: nonce } : { state: 'absent' };
    },

    failureReason: async (runId, signal) => (await statusOf(runId, signal))?.reason ?? null,

    prices: async (signal) => pricesOf(await readListing(browser, { signal })),

    health: (signal) =>
      takeHealth((limits) => readListing(browser, limits).then(() => ({ waiting: null })), { clock, signal }),
  };
}

/** What the browser offers. */
export async function readListing(browser: PairedBrowser, limits?: AskLimits): Promise<Listing> {
  return listingSchema.parse((await browser.ask({ verb: 'list' }, undefined, limits)).value);
}

export function pricesOf({ workflow: { gpu, usdPerSecond } }: Listing): Record<string, number> {
  return gpu === null || usdPerSecond === null ? {} : { [gpu]: usdPerSecond };
}

const pictureInput = 'picture';

const input = (id: string) => ({ id, label: id, hint: '' });

/** The inputs that a guest fills; the workflow's own names and further inputs are the browser's business. */
export function describe({ workflow }: Listing): EngineDescription {
  const { name, version, strength, isKontext, gpu } = workflow;
  const inputs: InputDefinition[] = [
    { ...input(pictureInput), kind: 'picture' },
    { ...input('prompt'), kind: 'text', defaultValue: '' },
    { ...input('seed'), kind: 'seed', min: 1, max: 4_294_967_295 },
  ];
  if (strength)
    inputs.push({
      ...input('strength'),
      kind: 'number',
      integer: false,
      defaultValue: strength.max,
      ...strength,
    });
  const scaling = isKontext ? ({ scaling: 'kontext' } as const) : {};
  return { name, workflowVersion: version, inputs, outputId: null, gpu, ...scaling };
}

function runOf(runId: string, { reason: _, ...status }: NonNullable<JobStatus>): EngineRun {
  const output = status.state === 'success' ? { url: runId, fileName: 'result' } : null;
  return { ...status, output, inputs: {} };
}
