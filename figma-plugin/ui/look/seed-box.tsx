import { Textbox } from '@create-figma-plugin/ui';
import { figmaWords } from '#shared/i18n/en/figma.ts';
import styles from './seed-box.module.css';
import { useTypedNumber } from './use-typed-number.ts';

/** 0 and -1 mean "random" to ComfyDeploy's seed node. */
const limits = { least: 1, most: 4_294_967_295 };

export function SeedBox({ seed, onSeed }: { seed: number; onSeed(seed: number): void }) {
  const { text, onText, onBlur } = useTypedNumber({ value: seed, ...limits }, onSeed);
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
