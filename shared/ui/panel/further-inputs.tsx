import { panelWords } from '#shared/i18n/en/panel.ts';
import type { FurtherInput, InputValues } from '#shared/inputs/further-inputs.ts';
import type { InputValue } from '#shared/inputs/input-definition.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { FurtherInputField } from '#shared/ui/panel/further-input-field.tsx';
import styles from './further-inputs.module.css';

const words = panelWords.inputs;

type FurtherInputsProps = {
  inputs: readonly FurtherInput[];
  values: InputValues;
  onValues(values: InputValues): void;
};

/** The workflow's own settings, a field for each, in its author's order and groups. */
export function FurtherInputs({ inputs, values, onValues }: FurtherInputsProps) {
  const set = ({ id, defaultValue }: FurtherInput, value: InputValue) => {
    const { [id]: _, ...others } = values;
    onValues(value === defaultValue || value === '' ? others : { ...others, [id]: value });
  };
  return (
    <fieldset class={styles.fields}>
      <legend class={styles.legend}>{words.legend}</legend>
      {inputs.map((input, index) => (
        <div key={input.id}>
          {input.group && input.group !== inputs[index - 1]?.group && (
            <p class={styles.group}>{input.group}</p>
          )}
          <FurtherInputField input={input} value={values[input.id]} onValue={(value) => set(input, value)} />
        </div>
      ))}
      {Object.keys(values).length > 0 && (
        <Button kind="link" onClick={() => onValues({})}>
          {words.reset}
        </Button>
      )}
    </fieldset>
  );
}

/** Those that are other than the workflow's own, readable while their fields are folded away. */
export function chosenInWords(inputs: readonly FurtherInput[], values: InputValues): string[] {
  return inputs.flatMap(({ id, label }) => {
    const value = values[id];
    if (value === undefined) return [];
    return typeof value === 'boolean' ? words.switched(label, value) : `${label} ${value}`;
  });
}
