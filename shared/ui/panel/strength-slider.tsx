import { panelWords } from '#shared/i18n/en/panel.ts';
import { Slider } from '#shared/ui/controls/slider.tsx';
import type { StrengthRange } from '#shared/ui/panel/draft.ts';

type StrengthSliderProps = { strength: number; range: StrengthRange; onStrength(strength: number): void };

/** Strength is 0..1 inside and percent to people. */
export function StrengthSlider({ strength, range, onStrength }: StrengthSliderProps) {
  const percent = (ratio: number) => Math.round(ratio * 100);
  const safe = safeWithin(range);
  return (
    <Slider
      label={panelWords.strength.label}
      unit={panelWords.strength.unit}
      value={percent(strength)}
      min={percent(range.min)}
      max={percent(range.max)}
      step={Math.max(1, percent(range.step))}
      safe={safe && { from: percent(safe.from), to: percent(safe.to) }}
      onValue={(value) => onStrength(value / 100)}
    />
  );
}

/** Where it works best, as far as the workflow goes there. */
function safeWithin({ min, max, safe }: StrengthRange): StrengthRange['safe'] {
  if (!safe) return null;
  const from = Math.max(min, safe.from);
  const to = Math.min(max, safe.to);
  return from < to ? { from, to } : null;
}
