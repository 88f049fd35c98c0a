import type { RewritingRule } from '#shared/presets/rewriting/rewrite-prompt.ts';

type Reason = (preset: string, letGo: string) => string;

const reasons: Readonly<Record<RewritingRule, Reason>> = {
  order: () => 'It says what to do instead of asking for it.',
  instruction: () => 'A description has become an instruction: edit models follow those.',
  negative: () => 'It says what to do, not what should not be: models see what is named, even after “no”.',
  pronoun: () => 'It names the picture instead of saying “it”.',
  repeat: () => 'Each thing is said once.',
  said: (preset) => `What ${preset} says already is left out.`,
  conflict: (preset, letGo) =>
    letGo === ''
      ? 'Nothing is kept that you change.'
      : `${preset} keeps ${letGo}, which you change: it says what stays apart from that.`,
  keep: () => 'It says what has to stay.',
};

/** Words for a prompt that is put into better form by fixed rules. */
export const rewritingWords = {
  region: 'Your words, by the rules',
  means: 'Fixed rules, on this device: no model wrote this, nothing was sent, and it costs nothing.',
  before: 'Yours',
  after: 'By the rules',
  nothingLeft: 'Nothing: the preset says all of it.',
  reasons,
  use: 'Use it',
  leave: 'Leave mine',
} as const;
