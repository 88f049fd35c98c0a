import { Field, type FieldTexts } from '#shared/ui/controls/field.tsx';
import control from './control.module.css';

type TextInputProps = FieldTexts & {
  value: string;
  type?: 'text' | 'url';
  placeholder?: string;
  onValue(value: string): void;
};

export function TextInput({ value, type = 'text', placeholder, onValue, ...texts }: TextInputProps) {
  return (
    <Field {...texts}>
      {(attributes) => (
        <input
          {...attributes}
          class={control.control}
          type={type}
          value={value}
          placeholder={placeholder}
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
