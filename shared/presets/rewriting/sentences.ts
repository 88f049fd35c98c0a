import { editVerbs } from '#shared/presets/edit-verbs.ts';

const command = new RegExp(`^(?:${editVerbs})\\b`, 'i');

/** A text's sentences as they are written. What stands in braces is never cut. */
export function sentencesOf(text: string): string[] {
  const cut = text.trim().split(/(?<=[.!?…])\s+(?![^{}]*\})|\s*\n\s*/u);
  return cut
    .map((each) =>
      each
        .replace(/\s+/g, ' ')
        .replace(/[,;:\s]+$/, '')
        .trim(),
    )
    .filter(Boolean);
}

/** Words as a sentence, with a capital and an end. */
export function sentenceFrom(words: string): string {
  const text = words.trim();
  const end = /[.!?…]$/.test(text) || text === '' ? '' : '.';
  return text.charAt(0).toLocaleUpperCase() + text.slice(1) + end;
}

/** A sentence without its end. */
export function bodyOf(sentence: string): string {
  return sentence.replace(/[.!?…]+$/, '');
}

/** Whether a sentence tells an edit model to do something. */
export function isInstruction(sentence: string): boolean {
  return command.test(sentence);
}

/** For comparing: without case, end and doubled spaces. */
export function plainOf(text: string): string {
  return bodyOf(text.toLowerCase().replace(/\s+/g, ' ').trim());
}

/** `a, b and c`. */
export function listed(parts: readonly string[]): string {
  return [parts.slice(0, -1).join(', '), ...parts.slice(-1)].filter(Boolean).join(' and ');
}
