import { editVerbs } from '#shared/presets/edit-verbs.ts';
import { bodyOf, isInstruction } from '#shared/presets/rewriting/sentences.ts';

const clause = /\bkeep (.+?)(?:,? exactly)?,? (?:as (?:they|it) (?:are|is|were|was)|the same|unchanged)\b/i;
const keepSentence =
  /^(?:keep|preserve|leave) (.+?)(?:,? exactly)?(?:,? (?:as (?:they|it) (?:are|is|were|was)|the same|unchanged|alone))?$/i;
const determiner = /^(?:the|their|its|any|every|all|each|his|her)\b/i;

/** What a preset's instruction keeps, part by part: `the people`, `their faces`, `any text`. */
export function keptByPreset(prompt: string): string[] {
  const [, parts = ''] = clause.exec(prompt) ?? [];
  return partsIn(parts);
}

/** What a sentence keeps; nothing where it changes something. */
export function keptBySentence(sentence: string): string[] {
  const [, parts = ''] = keepSentence.exec(bodyOf(sentence)) ?? [];
  return partsIn(parts);
}

/** Lists are written as lists are: commas, `and`, and `the people with their faces`. */
function partsIn(text: string): string[] {
  const chunks = text.split(/\s*,\s*(?:and )?/).filter(Boolean);
  return chunks.flatMap((chunk) => {
    const pieces = chunk.split(/ and | with (?=their |its )/);
    return pieces.map((piece, index) => {
      const isOwned = index > 0 && !determiner.test(piece);
      return isOwned ? `${determiner.exec(pieces[index - 1] ?? '')?.[0] ?? ''} ${piece}`.trim() : piece;
    });
  });
}

const noMatter = new Set(
  'the a an of every any its their own all each and or in it on to is are exactly only this that picture photo image'.split(
    ' ',
  ),
);

/** The words a part or an order is about, in the singular, so that `clothes` and `the clothes` meet. */
function subjectsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}]+/gu) ?? [];
  const singulars = words.filter((word) => !noMatter.has(word)).map(singularOf);
  return new Set(singulars.map((word) => (asText.test(word) ? 'text' : word)));
}

/** Text goes by many names. */
const asText = /^(?:word|letter|headline|title|slogan|caption|writing|lettering|typo)$/;

function singularOf(word: string): string {
  return word.length > 3 ? word.replace(/(?:(?<=[sxz])es|s)$/, '') : word;
}

const furtherOrder = new RegExp(`(?:,|;| and)(?: then)? (?=(?:${editVerbs})\\b)`, 'i');
const harmless = /^(?:add|keep|leave|let|preserve|place|put|show|write|draw)\b/i;
const purpose = /\b(?:to|into|with|by|so that|until|as|for|from)\b|[,;]/i;

/** What sentences change, as words in the singular. What is put beside everything else changes nothing. */
export function changedBy(sentences: readonly string[]): Set<string> {
  const orders = sentences.flatMap((each) => bodyOf(each).split(furtherOrder));
  const changing = orders.filter((each) => isInstruction(each) && !harmless.test(each));
  const objects = changing.map((each) => each.replace(/^\w+ /, '').split(purpose)[0] ?? '');
  return new Set(objects.flatMap((object) => [...subjectsOf(object)]));
}

/** Whether a part that is to stay is among what changes. */
export function isChanged(part: string, changed: ReadonlySet<string>): boolean {
  return [...subjectsOf(part)].some((word) => changed.has(word));
}

/** Whether two lists of what stays name the same thing. */
export function isAmong(part: string, kept: readonly string[]): boolean {
  const wanted = [...subjectsOf(part)].sort().join(' ');
  return kept.some((each) => [...subjectsOf(each)].sort().join(' ') === wanted);
}
