import { placeholdersOf } from '#shared/presets/placeholders.ts';
import type { Preset } from '#shared/presets/preset.ts';
import { asInstruction } from '#shared/presets/rewriting/descriptions.ts';
import { isEnglish } from '#shared/presets/rewriting/is-english.ts';
import {
  letGoBy,
  withConflictSettled,
  withDefaultsKept,
  withoutWhatPresetSays,
} from '#shared/presets/rewriting/keep-rules.ts';
import { asOrder, withoutNegatives, withPictureNamed } from '#shared/presets/rewriting/requests.ts';
import { isInstruction, plainOf, sentenceFrom, sentencesOf } from '#shared/presets/rewriting/sentences.ts';

type Sentences = readonly string[];
type Rule = (sentences: Sentences, preset: Preset | null) => Sentences;

/** One rule may make work for another: in a long text, a few times over. */
const mostPasses = 8;

/** In the order they are applied: each takes what the one before has left. */
const rules = {
  order: (sentences) => sentences.map(asOrder),
  instruction: withInstruction,
  negative: (sentences) => sentences.flatMap(withoutNegatives),
  pronoun: (sentences) => sentences.map((each, index) => (index === 0 ? withPictureNamed(each) : each)),
  repeat: withoutRepeats,
  said: withoutWhatPresetSays,
  conflict: withConflictSettled,
  keep: withDefaultsKept,
} satisfies Record<string, Rule>;

export type RewritingRule = keyof typeof rules;

export type Rewriting = {
  text: string;
  /** The rules that changed something. */
  rules: readonly RewritingRule[];
  /** What the preset keeps and these words change. */
  letGo: readonly string[];
};

/**
 * A typed text as an edit model takes it best, by fixed rules alone: an instruction, each thing said once, and
 * nothing at odds with the preset, whose own sentences are the measure. `null` where no rule applies, the
 * text is no English, or a placeholder would be lost. After Black Forest Labs' advice for Kontext:
 * https://docs.bfl.ai/guides/prompting_guide_kontext_i2i
 */
export function rewritePrompt(typed: string, preset: Preset | null): Rewriting | null {
  if (!isEnglish(typed)) return null;
  let sentences: Sentences = sentencesOf(typed);
  const used = new Set<RewritingRule>();
  for (let pass = 0; pass < mostPasses; pass++) {
    const before = sentences.join(' ');
    for (const [name, rule] of Object.entries<Rule>(rules) as [RewritingRule, Rule][]) {
      const next = rule(sentences, preset);
      if (next.join(' ') !== sentences.join(' ')) used.add(name);
      sentences = next;
    }
    if (sentences.join(' ') === before) break;
  }
  const text = sentences.map(sentenceFrom).join(' ');
  if (used.size === 0 || !hasSamePlaceholders(text, typed)) return null;
  return {
    text,
    rules: [...used],
    letGo: preset ? letGoBy(sentences, preset) : [],
  };
}

/** Two orders in one sentence may be taken for one, of which a part goes: never with something to be filled in. */
function hasSamePlaceholders(text: string, typed: string): boolean {
  return JSON.stringify(placeholdersOf(text)) === JSON.stringify(placeholdersOf(typed));
}

function withoutRepeats(sentences: Sentences): Sentences {
  const plain = sentences.map(plainOf);
  return sentences.filter((_, index) => plain.indexOf(plain[index] ?? '') === index);
}

/** Where nothing tells the model what to change, the first sentence that does not keep something does. */
function withInstruction(sentences: Sentences, preset: Preset | null): Sentences {
  if (sentences.some(isChange)) return sentences;
  const at = sentences.findIndex((each) => !isInstruction(each));
  return sentences.map((each, index) => (index === at ? asInstruction(each, preset !== null) : each));
}

function isChange(sentence: string): boolean {
  return isInstruction(sentence) && !/^(?:keep|leave|preserve)\b/i.test(sentence);
}
