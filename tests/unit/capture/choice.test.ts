import { expect, it } from 'vitest';
import { pickerWords } from '#shared/i18n/en/picker.ts';
import { choiceBlockedBy } from '../../../extension/features/page/frame/choice.ts';

const words = pickerWords.choice;
const one = { jobIds: ['a'] };
const several = { jobIds: ['a', 'b'] };
const offer = { waitingIds: ['preset.shelf'] };

it.each([
  ['nothing is chosen', one, null, words.needsPreset],
  ['several wait for words that only the panel could ask for', several, 'preset.shelf', words.needsWords],
  ['one waits for words', one, 'preset.shelf', null],
  ['several need no words', several, 'builtin.watercolour', null],
])('where %s', (_, choice, presetId, reason) => {
  expect(choiceBlockedBy(choice, presetId, offer)).toBe(reason);
});
