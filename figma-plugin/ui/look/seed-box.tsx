import { Textbox } from '@create-figma-plugin/ui';
import { figmaWords } from '#shared/i18n/en/figma.ts';
import styles from './seed-box.module.css';
import { useTypedSeed } from './use-typed-seed.ts';

export function SeedBox({ seed, onSeed }: { seed: number; onSeed(seed: number): void }) {
  const { text, onText, onBlur } = useTypedSeed(seed, onSeed);
  return (
    <div class={styles.box}>
      <Textbox
        aria-label={figmaWords.look.seedNumber}
        inputMode="numeric"
        value={text}
        onValueInput={onText}
        onBlur={onBlur}
      />
    </div>
  );
}
