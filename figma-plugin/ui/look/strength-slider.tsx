import { RangeSlider } from '@create-figma-plugin/ui';
import { figmaWords } from '#shared/i18n/en/figma.ts';
import type { StrengthRange } from '#shared/inputs/values.ts';
import styles from './strength-slider.module.css';

type StrengthSliderProps = { strength: number; range: StrengthRange; onStrength(strength: number): void };

/** Strength is 0..1 inside and percent to people. */
export function StrengthSlider({ strength, range, onStrength }: StrengthSliderProps) {
  const percent = (ratio: number) => Math.round(ratio * 100);
  const shown = figmaWords.look.percent(strength);
  return (
    <div>
      <div class={styles.line} aria-hidden="true">
        <span>{figmaWords.look.strength}</span>
        <span class={styles.value}>{shown}</span>
      </div>
      <RangeSlider
        aria-label={figmaWords.look.strength}
        aria-valuetext={shown}
        minimum={percent(range.min)}
        maximum={percent(range.max)}
        increment={Math.max(1, percent(range.step))}
        value={String(percent(strength))}
        onNumericValueInput={(value: number) => onStrength(value / 100)}
      />
    </div>
  );
}
