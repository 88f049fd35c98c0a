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
  region: 'A better wording',
  means: 'Made by fixed rules on this device: free, and nothing was sent.',
  before: 'Yours',
  after: 'Better',
  nothingLeft: 'Nothing: the preset says all of it.',
  reasons,
  use: 'Use it',
  leave: 'Leave mine',
} as const;
