import { beforeAll, expect, it, vi } from 'vitest';
import type { Connection } from '#shared/connection/connection.ts';
import { presetWords } from '#shared/i18n/en/presets.ts';
import { promptWords } from '#shared/i18n/en/prompt.ts';
import { presetLibrary } from '#shared/presets/preset-library.ts';
import { batchHandlers } from '../../../extension/features/batch/handlers.ts';
import { panelHandlers } from '../../../extension/features/jobs/panel-handlers.ts';
import type { Services } from '../../../extension/platform/services.ts';
import { createMemoryBrowser } from '../../fakes/memory-browser.ts';

const connection: Connection = {
  version: 1,
  engine: 'on-device',
  hosts: [],
  description: { name: 'Samples', workflowVersion: '1', inputs: [], outputId: null, gpu: null },
  prices: {},
};
const picture = { bytes: new Uint8Array(8), mimeType: 'image/png' };
const services = {
  tray: { list: async () => [{ id: 1, picture: {} }], remove: async () => {} },
  blobs: { get: async (key: string) => (key === 'kept' ? picture : null) },
  presets: { load: async () => presetLibrary([]) },
} as unknown as Services;
const request = { presetId: null, prompt: 'Write {headline}', fills: {}, seed: 1 };

beforeAll(() => createMemoryBrowser().local.set({ connections: { version: 1, list: [connection] } }));

const refused = (detail: string) => ({ code: 'invalid-input', data: { detail } });

it('a panel’s prompt that leaves something open is not paid for', async () => {
  const startOnce = vi.fn();
  const handlers = panelHandlers(startOnce, services);
  const asked = { ...request, sourceKey: 'kept', label: '', captureRoute: 'file', strength: 1, again: false };
  const needed = refused(promptWords.fills.needed('headline'));
  await expect(handlers['jobs.start'](asked, {})).rejects.toMatchObject(needed);
  const comparison = { request: asked, engines: ['on-device'] as const };
  await expect(handlers['jobs.compare'](comparison, {})).rejects.toMatchObject(needed);
  expect(startOnce).not.toHaveBeenCalled();
});

it('nor is a batch’s, nor one of a preset that is gone; a picture put into the tray is told of', async () => {
  const batches = { start: vi.fn(), addPicture: vi.fn() };
  const handlers = batchHandlers(batches as never, services, async () => {});
  const shown = { pictureIds: [1], perItem: { seconds: 12, costUsd: null }, presetIds: [null] };
  const start = (part: object) => handlers['batch.start']({ ...request, ...shown, ...part }, {});
  await expect(start({})).rejects.toMatchObject(refused(promptWords.fills.needed('headline')));
  await expect(start({ presetIds: ['preset.gone'] })).rejects.toMatchObject(refused(presetWords.gone));
  expect(batches.start).not.toHaveBeenCalled();
  expect(await handlers['batch.add']({ key: 'gone', label: 'a' }, {})).toBe(false);
  expect(await handlers['batch.add']({ key: 'kept', label: 'b' }, {})).toBe(true);
  expect(batches.addPicture).toHaveBeenCalledExactlyOnceWith(picture, { label: 'b', captureRoute: 'file' });
});
