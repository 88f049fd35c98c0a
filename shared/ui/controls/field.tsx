import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import text from '../text.module.css';
import styles from './field.module.css';

export type FieldTexts = {
  label: string;
  hint?: string | undefined;
  /** What is wrong with the value and how to mend it. */
  error?: string | undefined;
};

/** What ties a control to its label, hint and error. */
export type FieldControl = {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean | undefined;
};

type FieldProps = FieldTexts & { children(control: FieldControl): ComponentChildren };

export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId();
  const noteId = `${id}-note`;
  const note = error ?? hint;
  const control: FieldControl = {
    id,
    'aria-describedby': note ? noteId : undefined,
    'aria-invalid': error ? true : undefined,
  };
  return (
    <div class={styles.field}>
      <label class={text.label} for={id}>
        {label}
      </label>
      {children(control)}
      {note && (
        <p id={noteId} class={error ? styles.error : text.quiet}>
          {note}
        </p>
      )}
    </div>
  );
}
