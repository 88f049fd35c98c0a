import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemIds as ids } from '#shared/platform.ts';
import { connectToMainThread, type MainThread } from '../../figma-plugin/bridge/request.ts';
import type { FakeFigma } from '../fakes/figma/fake-figma.ts';
import { createVirtualClock } from '../fakes/virtual-clock.ts';
import { placingOf } from './placing-stage.ts';
import { endPluginStage, startPluginStage } from './plugin-stage.ts';

let figma: FakeFigma;
let main: MainThread;

beforeEach(async () => {
  ({ figma, main } = await startPluginStage());
});
afterEach(() => endPluginStage(figma));

test('the panel is opened with Figma’s colours, and nothing of the person’s in its document', () => {
  expect(figma.panel()).toMatchObject({ width: 340, height: 640, themeColors: true });
  expect(figma.panel().html).toContain('__SHOW_UI_DATA__={};');
});

test('messages of others are ignored, and none of them breaks the plugin', async () => {
  const heard: unknown[] = [];
  figma.onMessage((message) => heard.push(message));
  const foreign = [
    null,
    'text',
    7,
    [],
    {},
    { restyle: 'request' },
    { restyle: 'request', id: 1, name: 'read-selection' },
  ];
  for (const message of foreign) figma.send(message);
  figma.send({ restyle: 'request', id: 'x', name: 'no-such-request', params: {} });
  figma.send({ restyle: 'request', id: 'x', name: 'constructor', params: {} });

  await expect(main.request('read-selection', undefined)).resolves.toEqual({ layers: [], unlisted: 0 });
  expect(heard).toHaveLength(1);
});

test.each([
  ['export-layer', {}],
  ['export-layer', { nodeId: 7 }],
  ['export-layer', { nodeId: '1:2', way: 'inside', exactIds: [] }],
  ['place-result', { ...placingOf('1:2'), bytes: [1, 2, 3] }],
  ['place-result', { ...placingOf('1:2'), cell: { gridId: 'a' } }],
  [
    'place-on-page',
    {
      jobId: 'j',
      place: {
        transform: [
          [1, 0],
          [0, 1],
        ],
        widthPx: 1,
        heightPx: 1,
      },
      bytes: new Uint8Array(3),
      name: 'x',
    },
  ],
])('a malformed %s is refused as data', async (name, params) => {
  const refusal = new Promise((resolve) => figma.onMessage(resolve));
  figma.send({ restyle: 'request', id: 'a', name, params });
  await expect(refusal).resolves.toMatchObject({ restyle: 'refusal', id: 'a', error: { code: 'unknown' } });
});

test('an answer of another shape than promised is refused, a stranger’s answer is not heard', async () => {
  let hear: (message: unknown) => void = () => {};
  const posted: { id: string }[] = [];
  const channel = {
    post: (message: unknown) => void posted.push(message as { id: string }),
    listen(next: typeof hear) {
      hear = next;
    },
  };
  const panel = connectToMainThread({ channel, clock: createVirtualClock(), ids });
  const answer = panel.request('identify-file', { freshId: 'a' });
  hear({ restyle: 'answer', id: 'guessed', value: 'theirs' });
  hear({ restyle: 'answer', id: posted[0]?.id, value: { not: 'a text' } });
  await expect(answer).rejects.toMatchObject({ code: 'unknown' });
});

test('a main thread that stays silent is a timeout, and a request can be given up', async () => {
  const silent = { post: () => {}, listen: () => {} };
  const panel = connectToMainThread({ channel: silent, clock: createVirtualClock(), ids });
  await expect(panel.request('read-selection', undefined)).rejects.toMatchObject({ code: 'timeout' });
  const stop = new AbortController();
  const request = panel.request('read-selection', undefined, stop.signal);
  stop.abort();
  await expect(request).rejects.toMatchObject({ name: 'AbortError' });
});

test('values are kept in clientStorage, never in the file, and a full store says so', async () => {
  await main.request('write-value', { key: 'secret', value: 'token-of-ada' });
  expect(await main.request('read-value', { key: 'secret' })).toBe('token-of-ada');
  expect(await main.request('list-keys', undefined)).toEqual(['secret']);
  expect(figma.file()).not.toContain('token-of-ada');
  const tooMuch = main.request('write-value', { key: 'big', value: 'x'.repeat(5 * 1024 * 1024) });
  await expect(tooMuch).rejects.toMatchObject({ code: 'storage-full' });
  await main.request('delete-value', { key: 'secret' });
  expect(await main.request('read-value', { key: 'secret' })).toBeUndefined();
});

test('a file keeps its first id', async () => {
  expect(await main.request('identify-file', { freshId: 'first' })).toBe('first');
  expect(await main.request('identify-file', { freshId: 'second' })).toBe('first');
});
