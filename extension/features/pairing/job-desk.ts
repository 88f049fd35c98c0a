import { AppError } from '#shared/errors/app-error.ts';
import { readPictureHeader } from '#shared/images/header.ts';
import { newRecipe } from '#shared/jobs/new-recipe.ts';
import { jobStatus } from '#shared/pairing/host/job-status.ts';
import type { Reply } from '#shared/pairing/host/serve-guest.ts';
import { maxMessageBytes } from '#shared/pairing/sealed-channel.ts';
import type { JobAsk, Submission } from '#shared/pairing/verbs.ts';
import type { Bytes } from '#shared/ports.ts';
import { findIn, nameOfOwn } from '#shared/presets/preset-library.ts';
import type { DeskDeps } from './desk-deps.ts';
import { mainConnection } from './listing.ts';

/** Jobs of guests. Each can name none but its own. */
export function createJobDesk({ services, runner, store }: DeskDeps) {
  const { journal, blobs, presets } = services;
  let submitting: Promise<unknown> = Promise.resolve();

  async function submit(pairingId: string, wish: Submission, bytes: Bytes): Promise<Reply> {
    const id = jobIdOf(pairingId, wish.jobId);
    if (await journal.get(id)) return { value: {} };
    const { mimeType } = readPictureHeader(bytes);
    const connection = await mainConnection();
    const preset = findIn(await presets.load(), wish.presetId);
    const { prompt, strength, seed } = wish;
    const recipe = newRecipe(connection, {
      ...{ preset: null, typed: prompt, strength, seed },
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

  async function readResult(jobId: string): Promise<Reply> {
    const job = await journal.get(jobId);
    const picture = job?.stage.name === 'done' ? await blobs.get(job.stage.result.key) : null;
    if (!picture) throw new AppError('run-not-found', 'There is no result of this job');
    if (picture.bytes.length > maxMessageBytes - 1024)
      throw new AppError('picture-too-large', `${picture.bytes.length} bytes do not go over to Figma`);
    return { value: {}, bytes: picture.bytes };
  }

  return {
    async answer(pairingId: string, ask: JobAsk, picture: Bytes): Promise<Reply> {
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
          return readResult(jobId);
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
