import { useId } from 'preact/hooks';
import { batchWords } from '#shared/i18n/en/batch.ts';
import styles from './view-choice.module.css';

const words = batchWords.list;

/** Two ways to look at the same pictures: native radio buttons side by side. */
export function ViewChoice({ isSheet, onChange }: { isSheet: boolean; onChange(isSheet: boolean): void }) {
  const name = useId();
  const choice = (label: string, checked: boolean, choose: () => void) => (
    <label class={styles.choice}>
      <input class={styles.radio} type="radio" name={name} checked={checked} onChange={choose} />
      {label}
    </label>
  );
  return (
    <fieldset class={styles.choices}>
      <legend class={styles.legend}>{words.view}</legend>
      {choice(words.sheet, isSheet, () => onChange(true))}
      {choice(words.rows, !isSheet, () => onChange(false))}
    </fieldset>
  );
}
