import { TextboxNumeric } from '@create-figma-plugin/ui';
import { useId, useState } from 'preact/hooks';
import { figmaWords } from '#shared/i18n/en/figma.ts';
import styles from './seed-box.module.css';

const most = 9;

/** How many pictures of each look, each by a seed of its own. */
export function VersionsBox({ versions, onVersions }: { versions: number; onVersions(count: number): void }) {
  const id = useId();
  const [typed, setTyped] = useState(String(versions));
  return (
    <>
      <label for={id}>{figmaWords.placing.versions}</label>
      <div class={styles.box}>
        <TextboxNumeric
          id={id}
          integer
          minimum={1}
          maximum={most}
          value={typed}
          onValueInput={setTyped}
          onNumericValueInput={(count: number | null) => count && onVersions(count)}
          onBlur={() => setTyped(String(versions))}
        />
      </div>
    </>
  );
}
