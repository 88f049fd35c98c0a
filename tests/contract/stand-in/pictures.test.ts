import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sharedRenderer } from '../../stand-in/runs/renderer.ts';
import { type Client, difference, download, isFinal, photo, pictureUrl, startClient } from './harness.ts';

const megapixels = 0.05;
let client: Client;
beforeAll(async () => {
  client = await startClient({ megapixels });
});
afterAll(() => client.standIn.close());

const coffee = photo('coffee.png');

async function restyle(inputs: Record<string, unknown>): Promise<Uint8Array> {
  const run = await client.until(await client.queue(inputs), isFinal);
  return download(pictureUrl(run));
}

const expected = (strength: number, seed: number, bytes: Uint8Array = coffee) =>
  sharedRenderer.render({ bytes, prompt: 'blueprint', strength, seed, megapixels });

async function defaultPicture(): Promise<Uint8Array> {
  const { body } = await client.call('GET', `/deployment/${client.standIn.deploymentId}`);
  return download(JSON.stringify(body).match(/"default_value_url":"([^"]+)"/)?.[1] ?? '');
}

describe('a run', () => {
  it('makes exactly the picture that prompt, strength and seed decide, as WebP', async () => {
    const input_image = await client.upload(coffee, 'coffee.png');
    const picture = await restyle({ input_image, prompt: 'blueprint', strength: 0.6, seed: 9 });
    expect(Buffer.from(picture).equals(await expected(0.6, 9))).toBe(true);
    expect((await sharp(picture).metadata()).format).toBe('webp');
  });

  it('takes a data URL just as well', async () => {
    const input_image = `data:image/jpeg;base64,${(await sharp(coffee).jpeg().toBuffer()).toString('base64')}`;
    const picture = await restyle({ input_image, prompt: 'blueprint', strength: 0.6, seed: 9 });
    expect(await difference(picture, await expected(0.6, 9))).toBeLessThan(6);
  });

  it.each([
    ['an address that is not there', () => `${client.standIn.storageUrl}/inputs/none.png`],
    ['a WebP data URL', () => 'data:image/webp;base64,UklGRg=='],
    ['an address only this computer can reach', () => 'http://127.0.0.1:9/a.png'],
    ['a file id', () => 'img_7kQ2mVb9XcTfR4Ys'],
    ['nothing', () => undefined],
  ])('silently restyles the workflow’s own picture for %s', async (_, value) => {
    const input_image = value();
    const inputs = input_image === undefined ? {} : { input_image };
    const picture = await restyle({ ...inputs, prompt: 'blueprint', strength: 1, seed: 5 });
    expect(Buffer.from(picture).equals(await expected(1, 5, await defaultPicture()))).toBe(true);
  });

  it.each([0, 0.05, 1.5, 'much'])('silently takes the default strength for %s', async (strength) => {
    const input_image = await client.upload(coffee, 'coffee.png');
    const picture = await restyle({ input_image, prompt: 'blueprint', strength, seed: 9 });
    expect(Buffer.from(picture).equals(await expected(0.8, 9))).toBe(true);
  });

  it.each([undefined, -1, 0, 4294967296])('rolls a seed nobody is told for %s', async (seed) => {
    const input_image = await client.upload(coffee, 'coffee.png');
    const inputs = { input_image, prompt: 'pop art', strength: 1, ...(seed === undefined ? {} : { seed }) };
    const [one, other] = [await restyle(inputs), await restyle(inputs)];
    expect(await difference(one, other)).toBeGreaterThan(0.5);
  });
});
