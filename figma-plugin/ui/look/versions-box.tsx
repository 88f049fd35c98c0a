import { Textbox } from '@create-figma-plugin/ui';
import { useId } from 'preact/hooks';
import { figmaWords } from '#shared/i18n/en/figma.ts';
import styles from './seed-box.module.css';
import { useTypedNumber } from './use-typed-number.ts';

const limits = { least: 1, most: 9 };

/** How many pictures of each look, each by a seed of its own. */
export function VersionsBox({ versions, onVersions }: { versions: number; onVersions(count: number): void }) {
  const id = useId();
  const { text, onText, onBlur } = useTypedNumber({ value: versions, ...limits }, onVersions);
  return (
    <>
      <label for={id}>{figmaWords.placing.versions}</label>
      <div class={styles.box}>
        <Textbox id={id} inputMode="numeric" value={text} onValueInput={onText} onBlur={onBlur} />
      </div>
    </>
  );
}
