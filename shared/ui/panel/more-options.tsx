import { panelWords } from '#shared/i18n/en/panel.ts';
import { Disclosure } from '#shared/ui/controls/disclosure.tsx';
import type { Draft } from '#shared/ui/panel/draft.ts';
import { type GpuChoice, GpuField } from '#shared/ui/panel/gpu-field.tsx';
import { SeedField, type SeedFieldProps } from '#shared/ui/panel/seed-field.tsx';

export type MoreOptionsProps = Pick<SeedFieldProps, 'newSeed' | 'onCopySeed'> & {
  draft: Draft;
  /** GPUs a run may ask for; none where the workflow has its own. */
  gpuChoices?: readonly GpuChoice[];
  onSeed(seed: number | null): void;
  onGpu(gpu: string | null): void;
};

/** What few people need, folded away. */
export function MoreOptions({ draft, gpuChoices = [], onSeed, onGpu, ...seed }: MoreOptionsProps) {
  return (
    <Disclosure label={panelWords.seed.more} summary={summaryOf(draft)}>
      <SeedField {...seed} seed={draft.seed} onSeed={onSeed} />
      {gpuChoices.length > 0 && <GpuField choices={gpuChoices} gpu={draft.gpu ?? null} onGpu={onGpu} />}
    </Disclosure>
  );
}

/** What is chosen is worth seeing while its controls are folded away. */
function summaryOf({ seed, gpu }: Draft): string | undefined {
  const chosen = [
    ...(seed === null ? [] : [`${panelWords.seed.legend} ${seed}`]),
    ...(gpu ? [panelWords.gpu.chosen(gpu)] : []),
  ];
  return chosen.length === 0 ? undefined : chosen.join(' · ');
}
