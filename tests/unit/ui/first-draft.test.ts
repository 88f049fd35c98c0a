import { expect, test } from 'vitest';
import type { LastPicture } from '#shared/capture/last-picture.ts';
import { builtInPresets } from '#shared/presets/built-in.ts';
import { presetLibrary } from '#shared/presets/preset-library.ts';
import { firstDraft } from '#shared/ui/panel/draft-of-recipe.ts';
import { jobIn } from '../../fakes/job-fixtures.ts';

const library = presetLibrary([]);
const fills = { subject: 'a cat' };
const [, second] = builtInPresets;
const picture: LastPicture = { version: 1, sourceKey: 'a', label: 'Coffee', captureRoute: 'figma' };
const recipe = { presetId: null, presetName: null, prompt: 'In clay', strength: 0.4, seed: 7 };

test('begins with the settings that were handed over with the last picture, seed and all', () => {
  const first = firstDraft({ job: null, last: { ...picture, recipe }, library, fills });
  expect(first).toMatchObject({ presetId: null, prompt: 'In clay', strength: 0.4, seed: 7, fills });
});

test('begins with the preset that the last picture was taken for, and its strength', () => {
  const last = { ...picture, presetId: second?.id };
  expect(firstDraft({ job: null, last, library, fills })).toEqual({
    fills,
    presetId: second?.id,
    strength: second?.strength,
  });
});

test('begins with a job that is to be changed rather than with the last picture; its seed is left open', () => {
  const job = jobIn({ name: 'cancelled', runId: null });
  const first = firstDraft({ job, last: { ...picture, recipe }, library, fills });
  expect(first).toMatchObject({ strength: job.recipe.strength, seed: null });
  expect(first.prompt).not.toBe('In clay');
});

test('leaves the choice as it is where nothing was taken', () => {
  expect(firstDraft({ job: null, last: null, library, fills })).toEqual({ fills });
});
