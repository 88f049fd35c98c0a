import { Field, type FieldTexts } from '#shared/ui/controls/field.tsx';
import control from './control.module.css';
import styles from './text-area.module.css';

type TextAreaProps = FieldTexts & {
  value: string;
  placeholder?: string;
  rows?: number;
  onValue(value: string): void;
  onKeyDown?: (event: KeyboardEvent) => void;
};

export function TextArea({ value, placeholder, rows = 2, onValue, onKeyDown, ...texts }: TextAreaProps) {
  return (
    <Field {...texts}>
      {(attributes) => (
        <textarea
          {...attributes}
          class={`${control.control} ${styles.area}`}
          dir="auto"
          rows={rows}
          value={value}
          placeholder={placeholder}
          onKeyDown={onKeyDown}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
