import { useId } from 'preact/hooks';
import { Field, type FieldTexts } from '#shared/ui/controls/field.tsx';
import control from './control.module.css';

type TextInputProps = FieldTexts & {
  value: string;
  type?: 'text' | 'url';
  placeholder?: string;
  /** What is offered while something is typed. */
  suggestions?: readonly string[];
  onValue(value: string): void;
};

export function TextInput({
  value,
  type = 'text',
  placeholder,
  suggestions = [],
  onValue,
  ...texts
}: TextInputProps) {
  const listId = useId();
  return (
    <Field {...texts}>
      {(attributes) => (
        <>
          <input
            {...attributes}
            class={control.control}
            list={suggestions.length > 0 ? listId : undefined}
            type={type}
            value={value}
            placeholder={placeholder}
            autocomplete="off"
            spellcheck={false}
            onInput={(event) => onValue(event.currentTarget.value)}
          />
          {suggestions.length > 0 && (
            <datalist id={listId}>
              {suggestions.map((each) => (
                <option key={each} value={each} />
              ))}
            </datalist>
          )}
        </>
      )}
    </Field>
  );
}
