import { promptWords } from '#shared/i18n/en/prompt.ts';
import type { KeepPart } from '#shared/presets/keep-sentence.ts';
import type { Preset } from '#shared/presets/preset.ts';
import { isInstruction, listed, plainOf } from '#shared/presets/rewriting/sentences.ts';
import {
  changedBy,
  isAmong,
  isChanged,
  keptByPreset,
  keptBySentence,
} from '#shared/presets/rewriting/what-stays.ts';

type Sentences = readonly string[];

const words = promptWords.keep;
const apart = 'Apart from that, ';
/** What nearly everybody wants to stay, where nothing is said of it. */
const usual: readonly KeepPart[] = ['composition', 'faces', 'text'];
const keeping = /\b(?:keep|preserve|unchanged|same|only|leave)\b/i;
const reframing = /^(?:crop|extend|flip|move|open|rotate|zoom)\b/i;
/** Fewer words are found in any instruction. */
const fewestWords = 3;

/** Without sentences that stand in the preset's instruction, and without keeping what it keeps. */
export function withoutWhatPresetSays(sentences: Sentences, preset: Preset | null): Sentences {
  if (!preset) return sentences;
  const said = plainOf(preset.prompt);
  const kept = keptByPreset(preset.prompt);
  const isSaid = (sentence: string) => {
    const plain = plainOf(sentence);
    const parts = keptBySentence(sentence);
    const isQuoted = plain.split(' ').length >= fewestWords && said.includes(plain);
    return isQuoted || (parts.length > 0 && parts.every((part) => isAmong(part, kept)));
  };
  return sentences.filter((each) => !isSaid(each));
}

/** The parts a preset keeps that these sentences change. */
export function letGoBy(sentences: Sentences, { prompt }: Preset): string[] {
  const changed = changedBy(sentences);
  return keptByPreset(prompt).filter((part) => isChanged(part, changed));
}

/** Nothing is both changed and kept: the order to change it counts. */
export function withConflictSettled(sentences: Sentences, preset: Preset | null): Sentences {
  const changed = changedBy(sentences);
  const own = sentences.flatMap((sentence) => {
    const parts = keptBySentence(sentence);
    const rest = parts.filter((part) => !isChanged(part, changed));
    if (rest.length === parts.length) return sentence;
    return rest.length === 0 ? [] : words.sentence(listed(rest));
  });
  return preset ? [...own, ...exceptionTo(preset, own)] : own;
}

/** The preset goes on keeping the rest, and says so after what it does not keep. */
function exceptionTo(preset: Preset, sentences: Sentences): string[] {
  const letGo = letGoBy(sentences, preset);
  const rest = keptByPreset(preset.prompt).filter((part) => !letGo.includes(part));
  if (letGo.length === 0 || rest.length === 0 || sentences.some((each) => each.startsWith(apart))) return [];
  return [`${apart}keep ${listed(rest.map(named))} exactly as they are.`];
}

/** In a list of its own there is nobody that `their` could mean. */
function named(part: string): string {
  const plain = part.replace(/^(?:their|its)(?: own)? /i, 'the ');
  return /^(?:the|any|every|all|each)\b/i.test(plain) ? plain : `the ${plain}`;
}

/** What stays, where nobody says so: a preset does, and an instruction that has no `keep` is given the usual. */
export function withDefaultsKept(sentences: Sentences, preset: Preset | null): Sentences {
  if (preset || !sentences.some(isInstruction) || sentences.some((each) => keeping.test(each))) {
    return sentences;
  }
  const changed = changedBy(sentences);
  const isReframed = sentences.some((each) => reframing.test(each));
  const parts = usual.filter((part) => !(part === 'composition' && isReframed));
  const stays = parts.map((part) => words.parts[part]).filter((part) => !isChanged(part, changed));
  return [...sentences, words.sentence(listed(stays))];
}
