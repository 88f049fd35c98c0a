import { Disclosure, TextboxMultiline } from '@create-figma-plugin/ui';
import { useId, useState } from 'preact/hooks';
import { figmaWords } from '#shared/i18n/en/figma.ts';
import { FileLink } from '../files/file-link.tsx';
import styles from './campaign-table.module.css';
import { readTableFile } from './table.ts';
import type { Campaign } from './use-campaign.ts';

const words = figmaWords.campaign;

/** Many prompts from one: rows of a sheet, pasted or opened. Folded away: most pictures need none. */
export function CampaignTable({ campaign, repeated }: { campaign: Campaign; repeated: number }) {
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const { text, setText, rowCount, names, idle } = campaign;
  const open = async (file: File) => setText(await readTableFile(file));
  return (
    <div class={styles.campaign}>
      <Disclosure open={isOpen} title={words.heading(rowCount)} onClick={() => setIsOpen(!isOpen)}>
        <p id={`${id}-hint`} class={styles.hint}>
          {words.hint}
        </p>
        <label class={styles.label} for={id}>
          {words.rows}
        </label>
        <TextboxMultiline
          id={id}
          class={styles.rows}
          rows={4}
          spellCheck={false}
          placeholder={words.placeholder}
          aria-describedby={`${id}-hint`}
          value={text}
          onValueInput={setText}
        />
        {repeated > 0 && idle === null && <p class={styles.hint}>{words.repeats(repeated)}</p>}
        <div class={styles.foot}>
          <FileLink label={words.open} accept=".csv,.tsv,.txt,text/csv" onFile={open} />
          <span class={styles.used}>{rowCount > 0 && words.used(names)}</span>
        </div>
      </Disclosure>
    </div>
  );
}
