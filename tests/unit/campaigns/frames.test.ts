import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { followRun } from '#shared/engines/comfyui/live/follow.ts';
import type { RunNews } from '#shared/engines/engine.ts';
import { isAppError } from '#shared/errors/app-error.ts';
import { readPictureHeader } from '#shared/images/header.ts';
import type { SocketFrame } from '#shared/ports.ts';
import { rounds } from '../../campaign.ts';
import { kontextGraph } from '../../fixtures/kontext-workflow.ts';
import { flag, join, toBytes } from '../images/sample-pictures.ts';
import { mutations } from './answers/mutation.ts';

const numRuns = rounds({ sample: 400, all: 40_000 });
const runId = 'b888f774-3e7c-4135-a18c-6b985523c4bc';
const events = [
  { type: 'progress', data: { value: 3, max: 20, prompt_id: runId, node: '16' } },
  { type: 'executing', data: { node: null, prompt_id: runId } },
  { type: 'execution_start', data: { prompt_id: runId } },
];
const metadata = { node_id: '16', prompt_id: runId, image_type: 'image/jpeg' };

const pictures: Uint8Array[] = [];
beforeAll(async () => {
  for (const format of ['jpeg', 'png', 'webp', 'gif', 'avif'] as const) {
    pictures.push(await toBytes(flag().toFormat(format)));
  }
});

const event = fc.tuple(fc.constantFrom(...events), mutations).map(([sound, mutation]) => mutation(sound));

/** A picture with some bytes overwritten, and cut. */
const damaged = fc
  .record({
    which: fc.nat(),
    edits: fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { maxLength: 6 }),
    keptRatio: fc.oneof(fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true })),
  })
  .map(({ which, edits, keptRatio }) => {
    const bytes = Uint8Array.from(pictures[which % pictures.length] ?? []);
    for (const [at, value] of edits) bytes[at % bytes.length] = value;
    return bytes.subarray(0, Math.ceil(bytes.length * keptRatio));
  });

const binary = fc
  .record({
    kind: fc.oneof(fc.constantFrom(1, 3, 4), fc.nat()),
    second: fc.option(fc.nat(), { nil: null }),
    mutation: fc.option(mutations, { nil: null }),
    picture: damaged,
  })
  .map(({ kind, second, mutation, picture }) => {
    const json =
      kind === 4 ? Buffer.from(mutation ? mutation(metadata) : JSON.stringify(metadata)) : Buffer.alloc(0);
    const header = new DataView(new ArrayBuffer(8));
    header.setUint32(0, kind);
    header.setUint32(4, second ?? json.length);
    return join(new Uint8Array(header.buffer), json, picture);
  });

const frames: fc.Arbitrary<SocketFrame> = fc.oneof(
  event,
  binary,
  fc.uint8Array({ maxLength: 64 }).map((bytes) => join(bytes)),
);

function expectSound(news: RunNews): void {
  if (news.kind === 'progress') {
    expect(news.ratio).toBeGreaterThanOrEqual(0);
    expect(news.ratio).toBeLessThanOrEqual(1);
  } else if (news.kind === 'preview') {
    expect(['image/jpeg', 'image/png']).toContain(news.picture.mimeType);
  }
}

it('ComfyUI’s socket: of any frames come sound news or none', async () => {
  const counts = { frames: 0, progress: 0, preview: 0, turn: 0 };
  await fc.assert(
    fc.asyncProperty(
      fc.array(frames, { minLength: 1, maxLength: 4 }),
      fc.boolean(),
      async (said, isShared) => {
        await followRun({
          runId,
          api: { socketUrlOf: () => 'ws://nowhere' },
          graph: kontextGraph,
          isShared,
          openSocket: async (_, { onFrame }) => said.forEach(onFrame),
          onNews(news) {
            counts[news.kind] += 1;
            expectSound(news);
          },
          signal: new AbortController().signal,
        });
        counts.frames += said.length;
      },
    ),
    { numRuns: numRuns / 2 },
  );
  process.stdout.write(`comfyui's socket: ${JSON.stringify(counts)}\n`);
}, 600_000);

it('image headers: of any bytes come a header or an error with a code', () => {
  const counts = { headers: 0, errors: 0 };
  fc.assert(
    fc.property(damaged, (bytes) => {
      try {
        readPictureHeader(bytes);
        counts.headers += 1;
      } catch (error) {
        if (!isAppError(error)) throw error;
        counts.errors += 1;
      }
    }),
    { numRuns },
  );
  process.stdout.write(`image headers: ${JSON.stringify(counts)}\n`);
}, 600_000);
