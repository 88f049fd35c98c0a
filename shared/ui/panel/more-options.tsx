import { panelWords } from '#shared/i18n/en/panel.ts';
import { type FurtherInput, fittedInputs, type InputValues } from '#shared/inputs/further-inputs.ts';
import { Disclosure } from '#shared/ui/controls/disclosure.tsx';
import type { Draft } from '#shared/ui/panel/draft.ts';
import { chosenInWords, FurtherInputs } from '#shared/ui/panel/further-inputs.tsx';
import { type GpuChoice, GpuField } from '#shared/ui/panel/gpu-field.tsx';
import { SeedField, type SeedFieldProps } from '#shared/ui/panel/seed-field.tsx';

export type MoreOptionsProps = Pick<SeedFieldProps, 'newSeed' | 'onCopySeed'> & {
  draft: Draft;
  /** GPUs a run may ask for; none where the workflow has its own. */
  gpuChoices?: readonly GpuChoice[];
  /** What the workflow has beside picture, prompt, strength and seed. */
  furtherInputs?: readonly FurtherInput[];
  /** Their values; those that are missing are the workflow's own. */
  inputs: InputValues;
  onSeed(seed: number | null): void;
  onGpu(gpu: string | null): void;
  onInputs(inputs: InputValues): void;
};

/** What few people need, folded away. */
export function MoreOptions(props: MoreOptionsProps) {
  const { draft, gpuChoices = [], furtherInputs = [], inputs, onSeed, onGpu, onInputs, ...seed } = props;
  // As they will be sent: they may come from a file, or from a preset that was made for another workflow.
  const values = fittedInputs(furtherInputs, inputs);
  const chosen = [...chosenIn(draft), ...chosenInWords(furtherInputs, values)];
  return (
    <Disclosure label={panelWords.seed.more} summary={chosen.join(' · ') || undefined}>
      <SeedField {...seed} seed={draft.seed} onSeed={onSeed} />
      {gpuChoices.length > 0 && <GpuField choices={gpuChoices} gpu={draft.gpu ?? null} onGpu={onGpu} />}
      {furtherInputs.length > 0 && (
        <FurtherInputs inputs={furtherInputs} values={values} onValues={onInputs} />
      )}
    </Disclosure>
  );
}

/** What is chosen is worth seeing while its controls are folded away. */
function chosenIn({ seed, gpu }: Draft): string[] {
  return [
    ...(seed === null ? [] : [`${panelWords.seed.legend} ${seed}`]),
    ...(gpu ? [panelWords.gpu.chosen(gpu)] : []),
  ];
}
