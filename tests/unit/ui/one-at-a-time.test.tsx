// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { useOneAtATime } from '../../../extension/platform/views/use-one-at-a-time.ts';

afterEach(cleanup);

test('a second press while the first is under way makes nothing more, and a failure ends it', async () => {
  const { result } = renderHook(() => useOneAtATime());
  let end = () => {};
  const promise = new Promise<void>((resolve) => {
    end = resolve;
  });
  let made = 0;
  const press = (work: Promise<void>) =>
    result.current.once(() => {
      made++;
      return work;
    });
  const first = press(promise);
  await press(promise);
  expect(made).toBe(1);
  await act(async () => end());
  await first;
  const failing = Promise.reject(new Error('full'));
  await expect(press(failing)).rejects.toThrow('full');
  await press(Promise.resolve());
  expect(made).toBe(3);
});
