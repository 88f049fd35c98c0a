import { presetWords } from '#shared/i18n/en/presets.ts';
import type { InputValues } from '#shared/inputs/further-inputs.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import text from '#shared/ui/text.module.css';

const words = presetWords.form;

type KeptInputsProps = { inputs: InputValues; onForget(): void };

/** What a preset sets beside strength, told by the names the workflow has for it; nothing where it sets nothing. */
export function KeptInputs({ inputs, onForget }: KeptInputsProps) {
  const set = Object.entries(inputs);
  if (set.length === 0) return null;
  return (
    <div>
      <p class={text.label}>{words.inputs}</p>
      <p dir="auto">{set.map(([id, value]) => `${id}: ${value}`).join(' · ')}</p>
      <Button kind="link" onClick={onForget}>
        {words.forgetInputs}
      </Button>
    </div>
  );
}
