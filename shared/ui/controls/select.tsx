import { Field, type FieldTexts } from '#shared/ui/controls/field.tsx';
import control from './control.module.css';

type SelectProps = FieldTexts & {
  value: string;
  options: readonly { value: string; label: string }[];
  onValue(value: string): void;
};

export function Select({ value, options, onValue, ...texts }: SelectProps) {
  return (
    <Field {...texts}>
      {(attributes) => (
        <select
          {...attributes}
          class={control.control}
          value={value}
          onChange={(event) => onValue(event.currentTarget.value)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
