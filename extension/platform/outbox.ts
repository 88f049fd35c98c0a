import { browser } from 'wxt/browser';
import * as z from '#shared/zod.ts';

const documentKey = 'outbox';
/** Read, changed and written by one at a time. */
const lockName = 'restyle.outbox';

const mostWaiting = 10;
/** What nobody has fetched for a day was sent by mistake. */
const keptMs = 24 * 3_600_000;

const outboxSchema = z.object({
  version: z.literal(1),
  waiting: z.array(z.object({ jobId: z.string(), sentAtMs: z.number() })),
});
type Waiting = z.infer<typeof outboxSchema>['waiting'];

/** Jobs whose results wait for Figma, the oldest first. Their pictures stay where they are. */
export async function readOutbox(nowMs: number): Promise<readonly string[]> {
  return (await load()).filter(({ sentAtMs }) => nowMs - sentAtMs < keptMs).map(({ jobId }) => jobId);
}

export function addToOutbox(jobId: string, sentAtMs: number): Promise<void> {
  return change((waiting) => [...without(waiting, jobId), { jobId, sentAtMs }].slice(-mostWaiting));
}

export function forgetInOutbox(jobId: string): Promise<void> {
  return change((waiting) => without(waiting, jobId));
}

function without(waiting: Waiting, jobId: string): Waiting {
  return waiting.filter((each) => each.jobId !== jobId);
}

async function load(): Promise<Waiting> {
  const parsed = outboxSchema.safeParse((await browser.storage.local.get(documentKey))[documentKey]);
  return parsed.success ? parsed.data.waiting : [];
}

function change(how: (waiting: Waiting) => Waiting): Promise<void> {
  return navigator.locks.request(lockName, async () => {
    await browser.storage.local.set({ [documentKey]: { version: 1, waiting: how(await load()) } });
  });
}
