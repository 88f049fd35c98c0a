// @vitest-environment happy-dom
import { cleanup, renderHook, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { loadLastPicture, rememberPicture } from '#shared/capture/last-picture.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { HandoffRecipe } from '#shared/handoff/handoff.ts';
import { writeHandoffCode } from '#shared/handoff/handoff-code.ts';
import { createMemoryBlobStore } from '#shared/storage/memory.ts';
import type { PictureShelf } from '#shared/ui/pictures/picture-shelf.ts';
import { usePicture } from '#shared/ui/pictures/use-picture.ts';
import { createMemoryStore } from '../../fakes/memory-store.ts';
import { tinyPicture } from '../../fakes/tiny-picture.ts';

const recipe = { presetId: null, presetName: null, prompt: 'In clay', strength: 0.4, seed: 7 };
let code: string;

beforeAll(async () => {
  const { bytes: picture } = await tinyPicture(7);
  code = writeHandoffCode({ name: 'Coffee', picture, original: null, recipe });
});
afterEach(cleanup);

function stage(changes: Partial<PictureShelf> = {}) {
  const [blobs, store] = [createMemoryBlobStore(), createMemoryStore()];
  const shelf: PictureShelf = {
    blobs,
    first: () => loadLastPicture(store),
    remember: (source, facts) => rememberPicture(source, facts, { blobs, store }),
    ...changes,
  };
  const taken: HandoffRecipe[] = [];
  const { result } = renderHook(() => usePicture(shelf, { onRecipe: (each) => void taken.push(each) }));
  return { panel: result, taken };
}

test('settings that are handed over are taken with their picture', async () => {
  const { panel, taken } = stage();
  panel.current.onCode(code);
  await waitFor(() => expect(taken).toEqual([recipe]));
  expect(panel.current.source?.label).toBe('Coffee');
});

test('settings of a picture that is refused are not taken either', async () => {
  const remember = () => Promise.reject(new AppError('storage-full', 'No room'));
  const { panel, taken } = stage({ remember });
  panel.current.onCode(code);
  await waitFor(() => expect(panel.current.problem?.code).toBe('storage-full'));
  // What was begun before is through.
  panel.current.onCode('nothing of ours');
  await waitFor(() => expect(panel.current.problem?.code).toBe('handoff-unreadable'));
  expect({ taken, source: panel.current.source }).toEqual({ taken: [], source: null });
});
