import { panelWords } from '#shared/i18n/en/panel.ts';
import type { FurtherInput } from '#shared/inputs/further-inputs.ts';
import type { InputValue } from '#shared/inputs/input-definition.ts';
import { NumberBox } from '#shared/ui/controls/number-box.tsx';
import { Select } from '#shared/ui/controls/select.tsx';
import { Slider } from '#shared/ui/controls/slider.tsx';
import { Switch } from '#shared/ui/controls/switch.tsx';
import { TextArea } from '#shared/ui/controls/text-area.tsx';
import { TextInput } from '#shared/ui/controls/text-input.tsx';
import text from '../text.module.css';
import styles from './further-inputs.module.css';

type FieldProps<T extends FurtherInput> = {
  input: T;
  /** `undefined`: the workflow's own. */
  value: InputValue | undefined;
  onValue(value: InputValue): void;
};

type Of<K extends FurtherInput['kind']> = Extract<FurtherInput, { kind: K }>;

/** The control that fits an input's kind. */
export function FurtherInputField({ input, value, onValue }: FieldProps<FurtherInput>) {
  const { label } = input;
  const hint = input.hint || undefined;
  switch (input.kind) {
    case 'number':
      return <NumberField input={input} value={value} onValue={onValue} />;
    case 'boolean': {
      const checked = (value ?? input.defaultValue) === true;
      return <Switch label={label} {...(hint && { hint })} checked={checked} onValue={onValue} />;
    }
    case 'choice':
      return <ChoiceField input={input} value={value} onValue={onValue} />;
    default: {
      const texts = { label, hint, value: String(value ?? ''), placeholder: input.defaultValue, onValue };
      return input.kind === 'text' ? <TextArea {...texts} /> : <TextInput {...texts} />;
    }
  }
}

/** A slider where both ends are known, as the workflow's author made it; else a box to type into. */
function NumberField({ input, value, onValue }: FieldProps<Of<'number'>>) {
  const { label, hint, integer, min, max, step } = input;
  const shown = Number(value ?? input.defaultValue);
  const bounds = {
    label,
    value: shown,
    // No number of its own, from which the arrows of the box would count.
    min: min ?? Number.NEGATIVE_INFINITY,
    max: max ?? Number.POSITIVE_INFINITY,
    step: step ?? (integer ? 1 : stepWithin(min, max)),
    onValue,
  };
  return (
    <div>
      {min !== null && max !== null ? (
        <Slider {...bounds} />
      ) : (
        <div class={styles.number}>
          <span class={text.label} aria-hidden="true">
            {label}
          </span>
          <NumberBox {...bounds} wide />
        </div>
      )}
      {hint && <p class={text.quiet}>{hint}</p>}
    </div>
  );
}

function ChoiceField({ input, value, onValue }: FieldProps<Of<'choice'>>) {
  const { label, hint, options, defaultValue } = input;
  const own = { value: '', label: panelWords.inputs.own(defaultValue) };
  const others = options.filter((each) => each !== defaultValue);
  const listed = [own, ...others.map((each) => ({ value: each, label: each }))];
  return (
    <Select
      label={label}
      hint={hint || undefined}
      value={String(value ?? '')}
      options={listed}
      onValue={onValue}
    />
  );
}

/** Fine enough for a hundred places; a tenth where there is no telling how many there are. */
function stepWithin(min: number | null, max: number | null): number {
  if (min === null || max === null) return 0.1;
  return 10 ** Math.floor(Math.log10(Math.max(max - min, 1e-6) / 50));
}
