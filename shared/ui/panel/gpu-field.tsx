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
  const options = choices.map((choice) => ({
    value: choice.gpu,
    label: words.choice(choice.gpu, formatUsdPerSecond(choice.usdPerSecond)),
  }));
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
