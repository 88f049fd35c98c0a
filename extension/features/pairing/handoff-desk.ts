import { AppError } from '#shared/errors/app-error.ts';
import { readHandoff, writeHandoff } from '#shared/handoff/handoff.ts';
import { handoffOf, nameToTell } from '#shared/handoff/handoff-of-job.ts';
import { createCanvasCodec } from '#shared/images/canvas-codec.ts';
import type { Reply } from '#shared/pairing/host/serve-guest.ts';
import type { HandoffAsk, WaitingPicture } from '#shared/pairing/verbs.ts';
import { systemClock as clock } from '#shared/platform.ts';
import type { Bytes } from '#shared/ports.ts';
import { forgetInOutbox, readOutbox } from '../../platform/outbox.ts';
import type { Services } from '../../platform/services.ts';
import { takeHandoff } from '../../platform/take-handoff.ts';
import { createPanelForGuests } from './panel-for-guests.ts';

/** Pictures that go to Figma and come from there. A guest sees those that the person has sent, and no others. */
export function createHandoffDesk(services: Pick<Services, 'journal' | 'blobs' | 'history'>) {
  const { journal, blobs, history } = services;
  const codec = createCanvasCodec();
  const panel = createPanelForGuests(clock);

  async function list(): Promise<readonly WaitingPicture[]> {
    const ids = await readOutbox(clock.nowMs());
    const jobs = await Promise.all(ids.map((id) => journal.get(id)));
    return jobs.flatMap((job) => (job ? [{ id: job.id, name: nameToTell(job.context.label) }] : []));
  }

  async function take(id: string): Promise<Reply> {
    const isWaiting = (await readOutbox(clock.nowMs())).includes(id);
    const job = isWaiting ? await journal.get(id) : null;
    if (!job) throw new AppError('picture-lost', 'No such picture waits for Figma');
    const { said, bytes } = writeHandoff(await handoffOf(job, { blobs, codec }));
    const entryId = job.servedFrom?.jobId ?? id;
    await history.mark(entryId, ({ uses }) => ({ uses: [...new Set([...uses, 'placed' as const])] }));
    return { value: said, bytes };
  }

  async function open(said: unknown, bytes: Bytes): Promise<Reply> {
    const handoff = readHandoff({ said, bytes });
    await panel.show(() => takeHandoff(handoff, blobs));
    return { value: {} };
  }

  return {
    async answer(ask: HandoffAsk, picture: Bytes): Promise<Reply> {
      switch (ask.verb) {
        case 'handoff.list':
          return { value: await list() };
        case 'handoff.take':
          return take(ask.id);
        case 'handoff.forget':
          await forgetInOutbox(ask.id);
          return { value: {} };
        case 'handoff.open':
          return open(ask.handoff, picture);
      }
    },
  };
}
