import { Textbox } from '@create-figma-plugin/ui';
import { useState } from 'preact/hooks';
import { figmaWords } from '#shared/i18n/en/figma.ts';
import styles from './seed-box.module.css';

/** 0 and -1 mean "random" to ComfyDeploy's seed node. */
const least = 1;
const most = 4_294_967_295;

/** Keeps what is typed as it is, and tells of it once it is a seed. */
export function SeedBox({ seed, onSeed }: { seed: number; onSeed(seed: number): void }) {
  const [typed, setTyped] = useState(String(seed));
  const onTyped = (text: string) => {
    setTyped(text);
    const number = Number(text);
    if (Number.isInteger(number) && number >= least && number <= most) onSeed(number);
  };
  return (
    <div class={styles.box}>
      <Textbox
        aria-label={figmaWords.look.seedNumber}
        inputMode="numeric"
        value={typed}
        onValueInput={onTyped}
        onBlur={() => setTyped(String(seed))}
      />
    </div>
  );
}
