// @vitest-environment happy-dom
import { cleanup, renderHook } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import type { Thumbnails } from '../../../extension/features/history/thumbnails.ts';
import { useThumbnail } from '../../../extension/features/history/use-thumbnail.ts';

afterEach(cleanup);

test('a cell that comes back to a picture never shows the address it had then, if that was let go', () => {
  const urls = new Map([['sha256-a', 'blob:a']]);
  const thumbnails: Thumbnails = {
    known: (key) => urls.get(key) ?? null,
    show(key, tell) {
      const url = urls.get(key);
      if (url) tell(url);
      return () => {};
    },
    close: () => {},
  };
  const { result, rerender } = renderHook((key: string) => useThumbnail(thumbnails, key), {
    initialProps: 'sha256-a',
  });
  expect(result.current).toBe('blob:a');
  rerender('sha256-b');
  expect(result.current).toBeNull();
  urls.delete('sha256-a');
  rerender('sha256-a');
  expect(result.current).toBeNull();
});
