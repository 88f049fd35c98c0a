import { afterEach, expect, it, vi } from 'vitest';
import { errorWords } from '#shared/i18n/error-words.ts';
import { noSource } from '#shared/jobs/job-request.ts';
import { createStartOnce } from '#shared/jobs/once.ts';
import { createJobRunner } from '#shared/jobs/runner.ts';
import { systemClock, systemIds } from '#shared/platform.ts';
import { presetLibrary } from '#shared/presets/preset-library.ts';
import { createMemoryJournal } from '#shared/storage/memory.ts';
import { createBlobStore } from '#shared/web/storage/blob-store.ts';
import { createPageRestyling } from '../../../extension/features/page/background.ts';
import type { AgentRequest } from '../../../extension/features/page/messages.ts';
import type { Services } from '../../../extension/platform/services.ts';
import { createMemoryDatabase } from '../../fakes/memory-database.ts';
import { createMemoryServices } from '../../fakes/memory-services.ts';
import { createSharpCodec } from '../../fakes/sharp-codec.ts';
import { tinyPicture } from '../../fakes/tiny-picture.ts';

afterEach(() => vi.unstubAllGlobals());

const pictureUrl = 'https://www.example.com/coffee.png';
const place = { tabId: 0, frameId: 0, windowId: 0 };
const click = { jobId: 'job', place, pictureUrl, presetId: 'builtin.watercolour', again: false };
const picture = {
  pageOrigin: 'https://www.example.com',
  addresses: [{ url: pictureUrl, isGuess: false }],
  widthPx: 40,
  heightPx: 40,
  seenAreaPx: 1_600,
  isDrawn: false,
};

type Surroundings = {
  /** At which of the agent's questions the page is no longer there. */
  leftAt?: AgentRequest['agent'];
  /** Whether the tab is gone with it. */
  isClosed?: boolean;
  onWrite?: () => void;
};

/** A page with one picture, whose file everybody gets who asks for it, also without the page. */
async function restyleOn({ leftAt, isClosed = false, onWrite }: Surroundings) {
  const { services, browser } = createMemoryServices();
  const { bytes, mimeType } = await tinyPicture(1);
  const dataUrl = `data:${mimeType};base64,${Buffer.from(bytes).toString('base64')}`;
  vi.stubGlobal('fetch', async () => new Response(bytes, { headers: { 'Content-Type': mimeType } }));
  let isLeft = false;
  const answers: Partial<Record<AgentRequest['agent'], unknown>> = {
    claim: { label: 'coffee', found: true, picture, isSandboxed: false },
    read: { ok: true, sizeBytes: bytes.length, dataUrl },
    reveal: true,
  };
  Object.assign(browser.parts, { scripting: { executeScript: async () => [] } });
  Object.assign(browser.parts.tabs, {
    async get() {
      if (isLeft && isClosed) throw new Error('No tab with id: 0.');
      return { active: true };
    },
    async sendMessage(_: number, { agent }: AgentRequest) {
      isLeft ||= agent === leftAt;
      if (isLeft) throw new Error('Could not establish connection. Receiving end does not exist.');
      return answers[agent];
    },
  });
  const journal = createMemoryJournal();
  const blobs = createBlobStore(createMemoryDatabase(onWrite).opening);
  const presets = { load: async () => presetLibrary([]) };
  const workflow = vi.fn(() => new Promise<never>(() => {}));
  const ports = { journal, blobs, workflow, codec: createSharpCodec(), ids: systemIds, clock: systemClock };
  const runner = createJobRunner(ports);
  const startOnce = createStartOnce(runner, ports);
  const takers = { addToBatch: async () => {}, showBatch: async () => {}, settle: () => {} };
  const all = { ...services, journal, blobs, presets } as unknown as Services;
  await createPageRestyling({ runner, startOnce, ...takers }, all).restyle(click);
  return { job: await journal.get('job'), workflow };
}

it('a page that stays has its picture run', async () => {
  const { workflow } = await restyleOn({});
  await vi.waitFor(() => expect(workflow).toHaveBeenCalled());
});

it.each([
  ['closed before its picture is read', { leftAt: 'read', isClosed: true }],
  ['closed with the picture just read', { leftAt: 'reveal', isClosed: true }],
  ['led to another page before its picture is read', { leftAt: 'read' }],
  ['led to another page with the picture just read', { leftAt: 'reveal' }],
] as const)('a tab that is %s leaves a job that says so, and no run', async (_, surroundings) => {
  const { job, workflow } = await restyleOn(surroundings);
  expect(job?.stage).toMatchObject({ name: 'failed', error: { code: 'page-left' } });
  expect(job?.recipe.sourceKey).toBe(noSource);
  expect(workflow).not.toHaveBeenCalled();
});

it('a disk that is full when the picture is kept leaves a job that says so, and no run', async () => {
  const { job, workflow } = await restyleOn({
    onWrite() {
      throw new DOMException('The disk is full.', 'QuotaExceededError');
    },
  });
  const error = job?.stage.name === 'failed' ? job.stage.error : null;
  expect(error && errorWords(error).title).toBe('There is no room left in this browser');
  expect(workflow).not.toHaveBeenCalled();
});
