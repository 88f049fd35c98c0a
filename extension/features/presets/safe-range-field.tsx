import { panelWords } from '#shared/i18n/en/panel.ts';
import { presetWords } from '#shared/i18n/en/presets.ts';
import type { SafeRange } from '#shared/presets/preset.ts';
import { rangeAround } from '#shared/presets/safe-range.ts';
import { NumberBox } from '#shared/ui/controls/number-box.tsx';
import { Switch } from '#shared/ui/controls/switch.tsx';
import text from '#shared/ui/text.module.css';
import styles from './presets-section.module.css';

const words = presetWords.form.safe;
const { unit } = panelWords.strength;

type SafeRangeFieldProps = {
  /** 0..1; a new range is laid around it. */
  strength: number;
  safe: SafeRange | null;
  onSafe(safe: SafeRange | null): void;
};

/** Where the preset works best, which the panel marks on the slider. Percent to people, 0..1 inside. */
export function SafeRangeField({ strength, safe, onSafe }: SafeRangeFieldProps) {
  return (
    <div>
      <Switch
        label={words.label}
        hint={words.hint}
        checked={safe !== null}
        onValue={(isMarked) => onSafe(isMarked ? rangeAround(strength) : null)}
      />
      {safe && <Ends safe={safe} onSafe={onSafe} />}
      {safe && (strength < safe.from || strength > safe.to) && <p class={text.quiet}>{words.outside}</p>}
    </div>
  );
}

/** Neither end goes past the other. */
function Ends({ safe, onSafe }: { safe: SafeRange; onSafe(safe: SafeRange): void }) {
  const [from, to] = [Math.round(safe.from * 100), Math.round(safe.to * 100)];
  return (
    <div class={styles.range}>
      <span>{words.from}</span>
      <NumberBox
        label={words.fromNumber}
        value={from}
        min={0}
        max={to - 1}
        step={1}
        onValue={(value) => onSafe({ ...safe, from: value / 100 })}
      />
      <span>{words.to}</span>
      <NumberBox
        label={words.toNumber}
        value={to}
        min={from + 1}
        max={100}
        step={1}
        onValue={(value) => onSafe({ ...safe, to: value / 100 })}
      />
      <span>{unit.trim()}</span>
    </div>
  );
}
