import { useId } from 'preact/hooks';
import text from '../text.module.css';
import styles from './switch.module.css';

type SwitchProps = { label: string; hint?: string; checked: boolean; onValue(checked: boolean): void };

export function Switch({ label, hint, checked, onValue }: SwitchProps) {
  const hintId = useId();
  return (
    <div>
      <label class={styles.switch}>
        <span>{label}</span>
        <input
          class={styles.input}
          type="checkbox"
          // biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox says itself whether it is checked.
          role="switch"
          checked={checked}
          aria-describedby={hint ? hintId : undefined}
          onChange={(event) => onValue(event.currentTarget.checked)}
        />
      </label>
      {hint && (
        <p id={hintId} class={text.quiet}>
          {hint}
        </p>
      )}
    </div>
  );
}
