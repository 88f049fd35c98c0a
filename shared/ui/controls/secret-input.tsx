import { useState } from 'preact/hooks';
import { Field, type FieldTexts } from '#shared/ui/controls/field.tsx';
import { IconButton } from '#shared/ui/controls/icon-button.tsx';
import { EyeIcon, EyeOffIcon } from '#shared/ui/icons/icons.tsx';
import control from './control.module.css';
import styles from './secret-input.module.css';

type SecretInputProps = FieldTexts & {
  value: string;
  showLabel: string;
  hideLabel: string;
  onValue(value: string): void;
};

/** A field whose value is hidden until the person asks to see it. */
export function SecretInput({ value, showLabel, hideLabel, onValue, ...texts }: SecretInputProps) {
  const [shown, setShown] = useState(false);
  return (
    <Field {...texts}>
      {(attributes) => (
        <div class={styles.box}>
          <input
            {...attributes}
            class={`${control.control} ${styles.input}`}
            type={shown ? 'text' : 'password'}
            value={value}
            autocomplete="off"
            spellcheck={false}
            onInput={(event) => onValue(event.currentTarget.value)}
          />
          <span class={styles.button}>
            <IconButton label={shown ? hideLabel : showLabel} onClick={() => setShown(!shown)}>
              {shown ? <EyeOffIcon /> : <EyeIcon />}
            </IconButton>
          </span>
        </div>
      )}
    </Field>
  );
}
