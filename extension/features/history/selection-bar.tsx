import type { HistoryEntry } from '#shared/history/entry.ts';
import { historyWords } from '#shared/i18n/en/history.ts';
import { sharingWords } from '#shared/i18n/en/sharing.ts';
import { createNamer, defaultNameTemplate } from '#shared/jobs/batch/output-names.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { CompareIcon, DownloadIcon, ShareIcon, TrashIcon } from '#shared/ui/icons/icons.tsx';
import text from '#shared/ui/text.module.css';
import { canShareFiles } from '#shared/web/share-files.ts';
import type { Services } from '../../platform/services.ts';
import { extensionOf, type PictureToPack, useZip } from '../../platform/views/use-zip.ts';
import { sidesOf } from './comparing/sides.ts';
import { lookOf } from './entry-title.ts';
import styles from './selection-bar.module.css';
import type { Selection } from './use-selection.ts';
import { useShareSelected } from './use-share-selected.ts';

type SelectionBarProps = {
  selection: Selection;
  services: Services;
  onCompare(): void;
  onDelete(): void;
};

const words = historyWords.select;

/** How many are chosen, and what can be done with them together. */
export function SelectionBar({ selection, services, onCompare, onDelete }: SelectionBarProps) {
  const { selected } = selection;
  const zip = useZip(services);
  const sharing = useShareSelected(selected, services);
  const pictures = picturesOf(selected);
  const status = zip.packing
    ? words.packing(zip.packing.done + 1, zip.packing.total)
    : (sharing.said ??
      zip.problem ??
      (zip.savedAs ? words.saved(zip.savedAs) : words.count(selected.length)));
  const saveZip = () => void zip.save(words.zipName(new Date().toISOString().slice(0, 10)), pictures);
  return (
    <section class={styles.bar} aria-label={words.bar}>
      <p class={styles.status} role="status">
        {status}
      </p>
      <Button onClick={selection.all}>{words.all}</Button>
      <Button blocked={sidesOf(selected) === null} describedBy="compare-hint" onClick={onCompare}>
        <CompareIcon />
        {words.compare}
      </Button>
      <p id="compare-hint" class={text.heard}>
        {words.compareHint}
      </p>
      <Button blocked={pictures.length === 0} busy={zip.packing !== null} onClick={saveZip}>
        <DownloadIcon />
        {words.download}
      </Button>
      {canShareFiles() && (
        <Button blocked={pictures.length === 0} onClick={() => void sharing.share()}>
          <ShareIcon />
          {sharingWords.menu}
        </Button>
      )}
      <Button kind="danger" blocked={selected.length === 0} onClick={onDelete}>
        <TrashIcon />
        {words.delete}
      </Button>
      <Button onClick={selection.end}>{words.end}</Button>
    </section>
  );
}

/** The results among them, each with a name of its own. */
function picturesOf(entries: readonly HistoryEntry[]): PictureToPack[] {
  const name = createNamer(defaultNameTemplate);
  return entries.flatMap((entry, at) => {
    const { id, result, label, recipe, endedAtMs } = entry;
    if (!result) return [];
    const facts = { folder: '', name: label, preset: lookOf(entry), seed: recipe.seed, number: at + 1 };
    const path = name(facts, extensionOf[result.mimeType] ?? 'png');
    return [{ key: result.key, jobId: id, path, modifiedAtMs: endedAtMs }];
  });
}
