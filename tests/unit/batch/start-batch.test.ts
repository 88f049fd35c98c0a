import { beforeEach, expect, it } from 'vitest';
import type { Connection } from '#shared/connection/connection.ts';
import type { BatchWishes } from '#shared/jobs/batch/new-batch.ts';
import { presetLibrary } from '#shared/presets/preset-library.ts';
import type { Batches } from '../../../extension/features/batch/background.ts';
import { batchHandlers } from '../../../extension/features/batch/handlers.ts';
import type { BatchRequest } from '../../../extension/features/batch/messages.ts';
import type { TrayPicture } from '../../../extension/platform/batches/tray.ts';
import type { Services } from '../../../extension/platform/services.ts';
import { createMemoryBrowser } from '../../fakes/memory-browser.ts';

const connection: Connection = {
  version: 1,
  engine: 'on-device',
  hosts: [],
  description: { name: 'Samples', workflowVersion: '1', inputs: [], outputId: null, gpu: null },
  prices: {},
};
const perItem = { seconds: 12, costUsd: 0.01 };
const request: BatchRequest = {
  pictureIds: [1, 2],
  perItem,
  presetIds: [null],
  prompt: 'Snow',
  fills: {},
  seed: 1,
};

let tray: TrayPicture[];
let started: BatchWishes[];
const services = {
  tray: {
    list: async () => tray,
    remove: async (ids: readonly number[]) => {
      tray = tray.filter(({ id }) => !ids.includes(id));
    },
  },
  presets: { load: async () => presetLibrary([]) },
} as unknown as Services;
const batches = {
  start: async (wishes: BatchWishes) => `batch ${started.push(wishes)}`,
} as unknown as Batches;
const handlers = batchHandlers(batches, services, async () => {});

const picture = (id: number): TrayPicture => ({
  id,
  picture: {
    ...{ sourceKey: `sha256-${id}`, thumbnailKey: null, name: `${id}.png`, folder: '' },
    ...{ widthPx: 8, heightPx: 8, captureRoute: 'file' },
  },
});

beforeEach(async () => {
  await createMemoryBrowser().local.set({ connections: { version: 1, list: [connection] } });
  tray = [picture(1), picture(2)];
  started = [];
});

const names = ({ pictures }: BatchWishes) => pictures.map(({ name }) => name);

it('starts the pictures that were shown, at the price that was shown; one that came since stays', async () => {
  tray.push(picture(3));
  expect(await handlers['batch.start'](request, {})).toBe('batch 1');
  expect(started.map(names)).toEqual([['1.png', '2.png']]);
  expect(started[0]?.perItem).toEqual(perItem);
  expect(tray.map(({ id }) => id)).toEqual([3]);
});

it('starts once for two clicks, though a picture has come between them', async () => {
  const first = handlers['batch.start'](request, {});
  tray.push(picture(3));
  expect([await first, await handlers['batch.start'](request, {})]).toEqual(['batch 1', null]);
  expect(started).toHaveLength(1);
  expect(tray.map(({ id }) => id)).toEqual([3]);
});

it('leaves out what somebody has taken from the tray meanwhile', async () => {
  tray = [picture(2)];
  await handlers['batch.start'](request, {});
  expect(started.map(names)).toEqual([['2.png']]);
});
