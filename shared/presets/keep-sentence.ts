import { promptWords } from '#shared/i18n/en/prompt.ts';

const words = promptWords.keep;

/** What a picture can be told to keep, in the order it is named. */
export const keepParts = ['composition', 'faces', 'pose', 'colours', 'background', 'text'] as const;
export type KeepPart = (typeof keepParts)[number];

/** The sentence at the end that we have written. */
const sentence = /\s*Keep ([^.]*) exactly the same\.\s*$/;

/** What the prompt's last sentence keeps, as far as it is one of ours. */
export function keptBy(prompt: string): KeepPart[] {
  const [, listed = ''] = sentence.exec(prompt) ?? [];
  const named = listed.split(/, | and /);
  return keepParts.filter((part) => named.includes(words.parts[part]));
}

/** The prompt with a last sentence that keeps these parts; without one where there are none. */
export function withKept(prompt: string, parts: readonly KeepPart[]): string {
  const change = prompt.replace(sentence, '').trimEnd();
  const named = keepParts.filter((part) => parts.includes(part)).map((part) => words.parts[part]);
  if (named.length === 0) return change;
  const listed = [named.slice(0, -1).join(', '), ...named.slice(-1)].filter(Boolean).join(' and ');
  const end = /[.!?…]$/.test(change) || change === '' ? '' : '.';
  return `${change}${end} ${words.sentence(listed)}`.trimStart();
}
