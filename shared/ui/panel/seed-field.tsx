import { useId } from 'preact/hooks';
import { panelWords } from '#shared/i18n/en/panel.ts';
import { IconButton } from '#shared/ui/controls/icon-button.tsx';
import { NumberBox } from '#shared/ui/controls/number-box.tsx';
import { CopyIcon, DiceIcon } from '#shared/ui/icons/icons.tsx';
import text from '../text.module.css';
import styles from './seed-field.module.css';

const words = panelWords.seed;

/** 0 means "random" to ComfyDeploy's seed node, so a seed that is kept starts at 1. */
const bounds = { min: 1, max: 4_294_967_295, step: 1 };

export type SeedFieldProps = {
  /** `null`: a fresh one for every run. */
  seed: number | null;
  onSeed(seed: number | null): void;
  /** Draws a random seed. */
  newSeed(): number;
  onCopySeed(seed: number): void;
};

export function SeedField({ seed, onSeed, newSeed, onCopySeed }: SeedFieldProps) {
  const name = useId();
  const choice = (label: string, checked: boolean, choose: () => void) => (
    <label class={styles.choice}>
      <input class={styles.radio} type="radio" name={name} checked={checked} onChange={choose} />
      {label}
    </label>
  );
  return (
    <fieldset class={styles.field} aria-describedby={`${name}-hint`}>
      <legend class={styles.legend}>{words.legend}</legend>
      {choice(words.random, seed === null, () => onSeed(null))}
      {choice(words.fixed, seed !== null, () => onSeed(newSeed()))}
      {seed !== null && (
        <div class={styles.number}>
          <NumberBox wide label={words.number} value={seed} {...bounds} onValue={onSeed} />
          <IconButton label={words.roll} onClick={() => onSeed(newSeed())}>
            <DiceIcon />
          </IconButton>
          <IconButton label={words.copy} onClick={() => onCopySeed(seed)}>
            <CopyIcon />
          </IconButton>
        </div>
      )}
      <p id={`${name}-hint`} class={text.quiet}>
        {words.hint}
      </p>
    </fieldset>
  );
}
