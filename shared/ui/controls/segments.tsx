import { useId } from 'preact/hooks';
import text from '../text.module.css';
import styles from './segments.module.css';

type SegmentsProps<T extends string> = {
  label: string;
  options: readonly { value: T; label: string }[];
  value: T;
  onValue(value: T): void;
};

/** A few ways to see the same thing, one at a time: native radio buttons side by side. */
export function Segments<T extends string>({ label, options, value, onValue }: SegmentsProps<T>) {
  const name = useId();
  return (
    <fieldset class={styles.segments}>
      <legend class={text.heard}>{label}</legend>
      {options.map((option) => (
        <label key={option.value} class={styles.segment}>
          <input
            class={styles.radio}
            type="radio"
            name={name}
            checked={option.value === value}
            onChange={() => onValue(option.value)}
          />
          <span class={styles.words}>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
