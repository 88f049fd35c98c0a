import { describe, expect, it } from 'vitest';
import type { Engine, RunNews } from '#shared/engines/engine.ts';
import { createJobRunner } from '#shared/jobs/runner.ts';
import { openSocket, systemClock, systemIds } from '#shared/platform.ts';
import type { Clock } from '#shared/ports.ts';
import { createMemoryBlobStore, createMemoryJournal } from '#shared/storage/memory.ts';
import type { Dialect } from '../../comfyui-server/options.ts';
import { createSharpCodec } from '../../fakes/sharp-codec.ts';
import { endOf, engineOn, openWorkshop, picture, start } from './workshop.ts';

/** All that is told of one run, from its start to its very last word. */
async function newsOf(engine: Engine): Promise<RunNews[]> {
  const { runId } = await start(engine);
  const news: RunNews[] = [];
  const ending = new AbortController();
  const following = engine.follow?.(runId, (each) => void news.push(each), ending.signal);
  await endOf(engine, runId);
  await expect.poll(() => news.at(-1)?.kind).toBe('turn');
  ending.abort();
  await following;
  return news;
}

describe.each<Dialect>(['old', 'new', 'cloud'])('a run on ComfyUI of the kind "%s"', (dialect) => {
  it('is told of over the socket: how far it is, what it looks like, that it has ended', async () => {
    const { engine } = await openWorkshop({ dialect, startsWhenHeard: true }, { openSocket });
    const news = await newsOf(engine);
    const ratios = news.flatMap((each) => (each.kind === 'progress' ? [each.ratio] : []));
    expect(ratios.at(-1)).toBe(1);
    expect(ratios).toEqual([...ratios].sort());
    const previews = news.flatMap((each) => (each.kind === 'preview' ? [each.picture] : []));
    expect(previews[0]?.mimeType).toBe('image/jpeg');
    for (const { bytes } of previews) expect(Buffer.from(bytes).includes('secret')).toBe(false);
  });
});

describe('a socket', () => {
  it('on Comfy Cloud hears all runs of the account, and tells of its own alone', async () => {
    const { engine } = await openWorkshop({ dialect: 'cloud', startsWhenHeard: true }, { openSocket });
    const ofOthers: RunNews[] = [];
    const ending = new AbortController();
    const others = engine.follow?.('another', (each) => void ofOthers.push(each), ending.signal);
    expect((await newsOf(engine)).length).toBeGreaterThan(3);
    expect(ofOthers).toEqual([]);
    ending.abort();
    await others;
  });

  it.each([
    ['that is refused', { dialect: 'cloud', apiKey: 'right' } as const],
    ['for which nobody is there', 'down' as const],
  ])('%s is no error', async (_, options) => {
    const { server } = await openWorkshop(options === 'down' ? {} : options);
    if (options === 'down') await server.close();
    const engine = engineOn(server, { apiKey: 'wrong', openSocket });
    await engine.follow?.(crypto.randomUUID(), () => {}, new AbortController().signal);
  });
});

/** As long as nobody is asked twice within. */
const floorMs = 1_000;

/** Waits of the runner that only news can end; the second between two looks passes all the same. */
const endlessWaits: Clock = {
  ...systemClock,
  sleep: (delayMs, signal) =>
    delayMs <= floorMs
      ? systemClock.sleep(delayMs, signal)
      : new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
};

describe('a job', () => {
  it('is looked at when its run is said to have begun or ended, and shows previews only meanwhile', async () => {
    const { engine } = await openWorkshop({ startsWhenHeard: true }, { openSocket });
    const journal = createMemoryJournal();
    const blobs = createMemoryBlobStore();
    const shown: (string | null)[] = [];
    const stored: string[] = [];
    const description = await engine.describe();
    const runner = createJobRunner({
      journal,
      blobs,
      codec: createSharpCodec(),
      clock: endlessWaits,
      ids: systemIds,
      workflow: async () => ({ engine, description, prices: {} }),
      onPreview: (_, preview) => void shown.push(preview?.mimeType ?? null),
      onChange: (job) => void stored.push(JSON.stringify(job)),
    });
    const recipe = { deploymentId: 'w', presetId: null, prompt: 'film noir', strength: 0.6, seed: 42 };
    const job = await runner.start({
      source: { bytes: await picture(), mimeType: 'image/png' },
      recipe: { ...recipe, engine: 'comfyui', inputs: {} },
      context: { label: 'gradient.png', surface: 'popup', captureRoute: 'file' },
    });
    const stageNow = async () => (await journal.get(job.id))?.stage.name;
    await expect.poll(stageNow, { timeout: 20_000 }).toBe('done');
    expect(shown).toContain('image/jpeg');
    expect(shown.at(-1)).toBeNull();
    expect(stored.some((text) => text.includes('"progressRatio":0.'))).toBe(true);
    expect(stored.every((text) => text.length < 4_000)).toBe(true);
  });
});
