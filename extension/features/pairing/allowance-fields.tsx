import { pairingWords as words } from '#shared/i18n/en/pairing.ts';
import { type Allowance, mostAllowed } from '#shared/pairing/grant.ts';
import { NumberBox } from '#shared/ui/controls/number-box.tsx';
import styles from './pairing-section.module.css';

type AllowanceFieldsProps = { allowance: Allowance; onAllowance(allowance: Allowance): void };

/** So many pictures, within so many minutes: one sentence with two numbers in it. */
export function AllowanceFields({ allowance, onAllowance }: AllowanceFieldsProps) {
  return (
    <p class={styles.allowance}>
      {words.allowed}
      <NumberBox
        label={words.pictures}
        value={allowance.runs}
        min={1}
        max={mostAllowed.runs}
        step={1}
        onValue={(runs) => onAllowance({ ...allowance, runs: Math.floor(runs) })}
      />
      {words.pictures} {words.within}
      <NumberBox
        label={words.minutes}
        value={allowance.minutes}
        min={1}
        max={mostAllowed.minutes}
        step={1}
        onValue={(minutes) => onAllowance({ ...allowance, minutes: Math.floor(minutes) })}
      />
      {words.minutes}
    </p>
  );
}
