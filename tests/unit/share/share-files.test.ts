import { afterEach, expect, it, vi } from 'vitest';
import { canShareFiles, shareFiles } from '#shared/web/share-files.ts';

afterEach(() => vi.unstubAllGlobals());

const file = { bytes: Uint8Array.of(1), mimeType: 'image/png', name: 'Watercolour coffee.png' };

/** A device whose sheet ends so. */
function deviceWhere(share: (data: ShareData) => Promise<void>, isActive = true) {
  vi.stubGlobal('navigator', {
    canShare: ({ files = [] }: ShareData) => files.length > 0,
    share,
    userActivation: { isActive },
  });
}

const failing = (name: string) => async () => Promise.reject(new DOMException('', name));

it('hands the files on by their names', async () => {
  const taken: (string | undefined)[] = [];
  deviceWhere(async ({ files = [] }) => void taken.push(...files.map(({ name, type }) => `${name} ${type}`)));
  expect(canShareFiles()).toBe(true);
  expect(await shareFiles([file, { ...file, name: 'b.png' }])).toBe('shared');
  expect(taken).toEqual(['Watercolour coffee.png image/png', 'b.png image/png']);
});

it('takes a sheet that was dismissed for no error', async () => {
  deviceWhere(failing('AbortError'));
  expect(await shareFiles([file])).toBe('dismissed');
});

it('asks for another press where the one there was is too long ago', async () => {
  deviceWhere(failing('NotAllowedError'), false);
  expect(await shareFiles([file])).toBe('unpressed');
});

it('fails where the device refuses', async () => {
  deviceWhere(failing('NotAllowedError'));
  await expect(shareFiles([file])).rejects.toThrow();
  deviceWhere(failing('DataError'), false);
  await expect(shareFiles([file])).rejects.toThrow();
});

it('is not offered where there is no way to', () => {
  vi.stubGlobal('navigator', {});
  expect(canShareFiles()).toBe(false);
});
