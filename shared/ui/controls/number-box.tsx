import control from './control.module.css';
import styles from './number-box.module.css';

type NumberBoxProps = {
  label: string;
  value: number;
  min: number;
  max: number;
  step: number;
  /** Room for a long number instead of a few digits. */
  wide?: boolean;
  onValue(value: number): void;
};

/** A typed number. While it is typed only allowed values get out; on leaving, it is put within bounds. */
export function NumberBox({ label, value, min, max, step, wide = false, onValue }: NumberBoxProps) {
  const isAllowed = (typed: number) => typed >= min && typed <= max;
  const onInput = (typed: number) => isAllowed(typed) && onValue(typed);
  const settle = (input: HTMLInputElement) => {
    const typed = input.valueAsNumber;
    const settled = Number.isNaN(typed) ? value : Math.min(max, Math.max(min, typed));
    input.value = String(settled);
    if (settled !== value) onValue(settled);
  };
  return (
    <input
      class={`${control.control} ${styles.number}`}
      type="number"
      data-wide={wide}
      aria-label={label}
      value={value}
      min={min}
      max={max}
      step={step}
      onInput={(event) => onInput(event.currentTarget.valueAsNumber)}
      onBlur={(event) => settle(event.currentTarget)}
    />
  );
}
