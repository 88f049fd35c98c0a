import type { promptWords } from '#shared/i18n/en/prompt.ts';
import { editVerbs } from '#shared/presets/edit-verbs.ts';

export type PromptTip = keyof typeof promptWords.tips;

/** Characters after which an edit model is likely to leave something out. */
const longPrompt = 400;
/** Words before which nothing can be told of a prompt that is still being written. */
const fewestWords = 4;

const command = new RegExp(`(^|[.!?;,:]\\s*|\\b(?:and|then|please)\\s+)(${editVerbs})\\b`, 'i');
const keeping =
  /\b(keep|keeping|kept|preserve|preserving|unchanged|as (it|they) (is|are)|the same|only|leave)\b/i;
const pronoun =
  /\b(change|make|turn|replace|remove|move|put|paint) (it|this|that|them|these|those)\b(?! (picture|photo|image))/i;
const negative = /\b(do not|don[’']t|without|no|never|avoid)\b/i;

/**
 * The one thing that would help most in what is typed, `null` where nothing would. After Black Forest
 * Labs' advice for Kontext: https://docs.bfl.ai/guides/prompting_guide_kontext_i2i
 */
export function tipFor(typed: string, { addsToPreset }: { addsToPreset: boolean }): PromptTip | null {
  const text = typed.trim();
  if (text.length > longPrompt) return 'too-long';
  if (text.split(/\s+/).length < fewestWords) return null;
  if (pronoun.test(text)) return 'pronoun';
  if (negative.test(text)) return 'negative';
  if (addsToPreset) return null;
  if (!command.test(text)) return 'describes';
  return keeping.test(text) ? null : 'no-keep';
}
