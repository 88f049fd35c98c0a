import { useId } from 'preact/hooks';
import { panelWords } from '#shared/i18n/en/panel.ts';
import { NumberBox } from '#shared/ui/controls/number-box.tsx';
import text from '../text.module.css';
import styles from './slider.module.css';

type SliderProps = {
  label: string;
  value: number;
  min: number;
  max: number;
  step: number;
  /** Written after every number, with its space: ` %`. */
  unit?: string;
  /** Where it works best, marked on the track and said in words. */
  safe?: { from: number; to: number } | null;
  onValue(value: number): void;
};

export function Slider({ label, value, min, max, step, unit = '', safe = null, onValue }: SliderProps) {
  const id = useId();
  const ratio = (at: number) => (max > min ? (at - min) / (max - min) : 0);
  const bounds = { value, min, max, step };
  return (
    <div class={styles.slider}>
      <label class={text.label} for={id}>
        {label}
      </label>
      <span class={styles.number}>
        <NumberBox {...bounds} label={panelWords.field.number(label)} onValue={onValue} />
        {unit}
      </span>
      <div class={styles.track} style={{ '--at': ratio(value) }}>
        {safe && <span class={styles.safe} style={{ '--from': ratio(safe.from), '--to': ratio(safe.to) }} />}
        <input
          {...bounds}
          id={id}
          class={styles.range}
          type="range"
          aria-valuetext={`${value}${unit}`}
          aria-describedby={safe ? `${id}-safe` : undefined}
          onInput={(event) => onValue(event.currentTarget.valueAsNumber)}
        />
      </div>
      {safe && (
        <p id={`${id}-safe`} class={text.quiet}>
          {panelWords.field.safe(safe.from, safe.to, unit)}
        </p>
      )}
    </div>
  );
}
