import styles from './progress-bar.module.css';

type ProgressBarProps = {
  /** What is happening: a bar never stands without words. */
  words: string;
  /** 0..1, `null` while nobody can say. */
  ratio: number | null;
};

export function ProgressBar({ words, ratio }: ProgressBarProps) {
  const percent = ratio === null ? undefined : Math.round(ratio * 100);
  const style = percent === undefined ? {} : { inlineSize: `${percent}%` };
  return (
    <div class={styles.bar} role="progressbar" aria-label={words} aria-valuenow={percent}>
      <div class={styles.done} style={style} />
    </div>
  );
}
