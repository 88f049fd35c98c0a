import { formatUsdPerSecond } from '#shared/budget/estimate.ts';
import { panelWords } from '#shared/i18n/en/panel.ts';
import { Select } from '#shared/ui/controls/select.tsx';

const words = panelWords.gpu;

export type GpuChoice = { gpu: string; usdPerSecond: number };

type GpuFieldProps = {
  choices: readonly GpuChoice[];
  /** `null`: whatever the workflow runs on. */
  gpu: string | null;
  onGpu(gpu: string | null): void;
};

/** Which GPU this run gets, each with its price: a cheap one for drafts, a fast one for finals. */
export function GpuField({ choices, gpu, onGpu }: GpuFieldProps) {
  const options = choices.map(({ gpu: value, usdPerSecond }, index) => {
    const label = words.choice(value, formatUsdPerSecond(usdPerSecond));
    return { value, label: markedAt(index, choices.length)(label) };
  });
  return (
    <Select
      label={words.label}
      hint={gpu === null ? words.hint : words.hintChosen}
      value={gpu ?? ''}
      options={[{ value: '', label: words.own }, ...options]}
      onValue={(value) => onGpu(value === '' ? null : value)}
    />
  );
}

/** The cheapest stands first and the dearest, which is the fastest, last. */
function markedAt(index: number, count: number): (label: string) => string {
  if (count > 1 && index === 0) return words.draft;
  return count > 1 && index === count - 1 ? words.final : (label) => label;
}
