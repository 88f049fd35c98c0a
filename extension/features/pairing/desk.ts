import { deploymentIdOf } from '#shared/connection/connection.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { readPictureHeader } from '#shared/images/header.ts';
import { rolesOf } from '#shared/inputs/roles.ts';
import { strengthRange } from '#shared/inputs/values.ts';
import { newRecipe } from '#shared/jobs/new-recipe.ts';
import type { JobRunner } from '#shared/jobs/runner.ts';
import { jobStatus } from '#shared/pairing/host/job-status.ts';
import type { Desk, Reply } from '#shared/pairing/host/serve-guest.ts';
import { maxMessageBytes } from '#shared/pairing/sealed-channel.ts';
import type { Listing, Submission } from '#shared/pairing/verbs.ts';
import type { Bytes } from '#shared/ports.ts';
import { findIn, nameOfOwn } from '#shared/presets/preset-library.ts';
import { loadMainConnection } from '../../platform/connection-store.ts';
import type { PairingStore } from '../../platform/pairings/pairing-store.ts';
import type { Services } from '../../platform/services.ts';
import { createHandoffDesk } from './handoff-desk.ts';
import { meetPresets } from './meet-presets.ts';

type DeskDeps = { services: Services; runner: JobRunner; store: PairingStore };

/** What paired guests can have from this browser. Its key is used here and shown to nobody. */
export function createDesk({ services, runner, store }: DeskDeps): Desk {
  const { journal, presets } = services;
  const handoffs = createHandoffDesk(services);
  let submitting: Promise<unknown> = Promise.resolve();

  async function submit(pairingId: string, wish: Submission, bytes: Bytes): Promise<Reply> {
    const id = jobIdOf(pairingId, wish.jobId);
    if (await journal.get(id)) return { value: {} };
    const { mimeType } = readPictureHeader(bytes);
    const connection = await mainConnection();
    const preset = findIn(await presets.load(), wish.presetId);
    const { prompt, strength, seed } = wish;
    const recipe = newRecipe(connection, {
      preset: null,
      typed: prompt,
      strength,
      seed,
      inputs: preset?.inputs,
    });
    if (!(await store.spend(pairingId)))
      throw new AppError('grant-used-up', 'The pairing may make no more pictures now');
    await runner.start({
      id,
      source: { bytes, mimeType },
      recipe: { ...recipe, presetId: preset?.id ?? null, prompt },
      context: { label: wish.label, surface: 'figma', captureRoute: 'paired', ...nameOfOwn(preset) },
    });
    return { value: {} };
  }

  async function list(pairingId: string): Promise<Listing> {
    const grant = (await store.list()).find(({ id }) => id === pairingId)?.grant;
    const { shown } = await presets.load();
    return {
      workflow: await describeWorkflow(),
      presets: shown.map(({ id, name, description, prompt, strength, builtIn }) => ({
        ...{ id, name, description, prompt, strength, builtIn },
      })),
      grant: { runsLeft: grant?.runsLeft ?? 0, untilMs: grant?.untilMs ?? 0 },
      can: ['handoff', 'presets'],
    };
  }

  return {
    isWelcome: store.touch,

    async answer(pairingId, ask, picture) {
      switch (ask.verb) {
        case 'list':
          return { value: await list(pairingId) };
        case 'handoff.list':
        case 'handoff.take':
        case 'handoff.forget':
        case 'handoff.open':
          return handoffs.answer(ask, picture);
        case 'presets.meet':
          return { value: await meetPresets(ask.items, services.synced) };
      }
      // A guest can name no job but its own.
      const jobId = jobIdOf(pairingId, ask.jobId);
      switch (ask.verb) {
        case 'submit': {
          // One after the other, so that a request that comes twice sees its first.
          const mine = submitting.then(() => submit(pairingId, ask, picture));
          submitting = mine.catch(() => {});
          return mine;
        }
        case 'status': {
          const job = await journal.get(jobId);
          return { value: job && jobStatus(job) };
        }
        case 'result':
          return readResult(jobId, services);
        case 'cancel':
          await runner.cancel(jobId);
          return { value: {} };
      }
    },
  };
}

function jobIdOf(pairingId: string, guestJobId: string): string {
  return `figma.${pairingId}.${guestJobId}`;
}

async function readResult(jobId: string, { journal, blobs }: Services): Promise<Reply> {
  const job = await journal.get(jobId);
  const picture = job?.stage.name === 'done' ? await blobs.get(job.stage.result.key) : null;
  if (!picture) throw new AppError('run-not-found', 'There is no result of this job');
  if (picture.bytes.length > maxMessageBytes - 1024)
    throw new AppError('picture-too-large', `${picture.bytes.length} bytes do not go over to Figma`);
  return { value: {}, bytes: picture.bytes };
}

async function mainConnection() {
  const connection = await loadMainConnection();
  if (!connection) throw new AppError('not-configured', 'The browser is not connected to an engine');
  return connection;
}

async function describeWorkflow(): Promise<Listing['workflow']> {
  const connection = await mainConnection();
  const { description, prices } = connection;
  const { gpu } = description;
  return {
    id: deploymentIdOf(connection),
    name: description.name,
    version: description.workflowVersion,
    strength: strengthRange(description.inputs, rolesOf(description)),
    isKontext: description.scaling === 'kontext',
    gpu,
    usdPerSecond: prices[gpu ?? ''] ?? null,
  };
}
