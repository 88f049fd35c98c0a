import type { HistoryEntry } from '#shared/history/entry.ts';
import { historyWords } from '#shared/i18n/en/history.ts';
import { findPreset } from '#shared/presets/find-preset.ts';

const words = historyWords.details;

type Made = Pick<HistoryEntry, 'recipe' | 'presetName'>;

/** What decided a picture, each with its name to people; what it does not have is left out. */
export function recipeFacts({ recipe, presetName }: Made): [name: string, value: string][] {
  const { prompt, strength, seed, engine, inputs, presetId, gpu } = recipe;
  const facts: [string, string | undefined][] = [
    [words.preset, presetName ?? findPreset(presetId)?.name],
    [words.prompt, prompt],
    [words.strength, strength === null ? undefined : `${Math.round(strength * 100)} %`],
    [words.seed, String(seed)],
    ...Object.entries(inputs).map(([id, value]): [string, string] => [id, String(value)]),
    [words.engine, historyWords.engines[engine]],
    [words.gpu, gpu],
  ];
  return facts.flatMap(([name, value]) => (value ? [[name, value]] : []));
}

/** The same as lines of text, to be pasted anywhere. */
export function recipeInWords(made: Made): string {
  return recipeFacts(made)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
}
