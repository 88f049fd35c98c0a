import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applyLook } from '#shared/engines/on-device/apply-look.ts';
import { looks } from '#shared/engines/on-device/looks/choose-look.ts';
import { rounds } from '../campaign.ts';
import { createSharpPixelCodec } from '../fakes/sharp-pixel-codec.ts';
import { difference, photo } from '../unit/on-device/sample-pixels.ts';
import { openScriptPage } from './script-page.ts';

declare const restyle: (picture: Uint8Array, prompt: string) => Promise<Uint8Array>;
declare const refuse: (bytes: Uint8Array) => Promise<string>;

const pageScript = `
  import { applyLook } from '#shared/engines/on-device/apply-look.ts';
  import { createOnDeviceEngine } from '#shared/engines/on-device/engine.ts';
  import { createCanvasPixelCodec } from '#shared/images/canvas-pixel-codec.ts';
  import { createMemoryBlobStore } from '#shared/storage/memory.ts';
  const codec = createCanvasPixelCodec();
  const engine = createOnDeviceEngine({ codec, draw: applyLook, blobs: createMemoryBlobStore() });

  async function run(bytes, prompt) {
    const picture = await engine.upload({ bytes, mimeType: 'image/png', fileName: 'a.png' });
    const runId = await engine.start({ inputs: { picture, prompt, strength: 0.8, seed: 7 }, nonce: 'n' });
    return engine.fetchOutput((await engine.get(runId)).output);
  }

  globalThis.restyle = run;
  globalThis.refuse = (bytes) => codec.decode(bytes, 'image/png').then(() => 'taken', ({ code }) => code);
`;

let page: Page;
let close: (() => Promise<void>) | undefined;

beforeAll(async () => {
  ({ page, close } = await openScriptPage(pageScript));
});
afterAll(() => close?.());

const prompts = [...Object.keys(looks), 'make it dreamy'];
const first = (Number(process.env.RESTYLE_SEED) || 1) % prompts.length;
const count = rounds({ sample: 8, all: prompts.length });

describe.each([...prompts, ...prompts].slice(first, first + count))('%s', (prompt) => {
  test('looks as it does in Node', async () => {
    const picture = new Uint8Array(await sharp(photo('coffee.png')).resize(240).png().toBuffer());
    const result = await page.evaluate(([bytes, words]) => restyle(bytes, words), [picture, prompt] as const);
    const codec = createSharpPixelCodec();
    const drawn = await codec.decode(new Uint8Array(result), 'image/png');
    const source = await codec.decode(picture, 'image/png');
    expect(difference(drawn, applyLook(source, { prompt, strength: 0.8, seed: 7 }))).toBeLessThan(0.5);
  });
});

test.each([
  ['text', new TextEncoder().encode('hello')],
  ['half a picture', photo('coffee.png').slice(0, 60_000)],
])('the canvas codec refuses %s', async (_, bytes) => {
  expect(await page.evaluate((given) => refuse(given), bytes)).toBe('picture-unsupported');
});
