import type { HistoryEntry } from '#shared/history/entry.ts';
import { everything } from '#shared/history/query.ts';
import { historyWords } from '#shared/i18n/en/history.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { PictureIcon } from '#shared/ui/icons/icons.tsx';
import text from '#shared/ui/text.module.css';
import type { Services } from '../../platform/services.ts';
import { openPage, panelPath } from '../../platform/views/open-page.ts';
import { UndoNotice } from '../../platform/views/undo-notice.tsx';
import { usePresets } from '../../platform/views/use-presets.ts';
import { CompareDialog } from './comparing/compare-dialog.tsx';
import { EntryDetails } from './entry-details.tsx';
import { titleOfEntry } from './entry-title.ts';
import { HistoryGrid } from './history-grid.tsx';
import styles from './history-section.module.css';
import { HistoryToolbar } from './history-toolbar.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { type Gallery, useGallery } from './use-gallery.ts';

type HistorySectionProps = {
  services: Services;
  /** The entry to open at first. */
  openId?: string | null;
};

/** Every picture that was ever made: to be found, looked at, kept, used again. */
export function HistorySection({ services, openId = null }: HistorySectionProps) {
  const gallery = useGallery(services, openId);
  const { all: presets } = usePresets(services);
  const { entries, selection, deletion, isWhole, allCount, compare, withOthers } = gallery;
  const isEmpty = isWhole && allCount === 0;
  return (
    <section class={styles.history} aria-label={historyWords.title}>
      {!isEmpty && <HistoryToolbar query={gallery.query} presets={presets} onQuery={gallery.setQuery} />}
      <div class={styles.head}>
        <p class={text.quiet} role="status">
          {isWhole ? !isEmpty && historyWords.count(entries.length, allCount) : historyWords.reading}
        </p>
        {entries.length > 0 && !selection.isOn && (
          <Button onClick={selection.start}>{historyWords.select.start}</Button>
        )}
      </div>
      {isWhole && entries.length === 0 && (
        <Nothing isFiltered={allCount > 0} onShowAll={() => gallery.setQuery(everything)} />
      )}
      <HistoryGrid
        entries={entries}
        selection={selection}
        services={services}
        onOpen={gallery.openEntry}
        onMark={({ id }, change) => void gallery.mark([id], change)}
        onDelete={(entry) => deletion.remove(withOthers(entry))}
        onCompare={(entry) => compare(withOthers(entry))}
      />
      {!isEmpty && <p class={styles.keys}>{historyWords.keys}</p>}
      {selection.isOn && (
        <SelectionBar
          selection={selection}
          services={services}
          onCompare={() => compare(selection.selected)}
          onDelete={() => deletion.remove(selection.selected)}
        />
      )}
      <Dialogs gallery={gallery} services={services} />
      {deletion.deleted.length > 0 && (
        <UndoNotice said={deletedWords(deletion.deleted)} onUndo={() => void deletion.undo()} />
      )}
    </section>
  );
}

function Dialogs({ gallery, services }: { gallery: Gallery; services: Services }) {
  const { open, compared, compare, endCompare } = gallery;
  return (
    <>
      {open && (
        <EntryDetails
          entry={open}
          services={services}
          onMark={(change) => void gallery.mark([open.id], change)}
          onDelete={() => gallery.deletion.remove([open])}
          onCompare={() => compare([open])}
          onStep={gallery.step}
          onClose={() => gallery.openEntry(null)}
        />
      )}
      {compared && <CompareDialog sides={compared} services={services} onClose={endCompare} />}
    </>
  );
}

/** Says what to do next. */
function Nothing({ isFiltered, onShowAll }: { isFiltered: boolean; onShowAll: () => void }) {
  return (
    <div class={styles.nothing}>
      <PictureIcon />
      {!isFiltered && <h2 class={styles.title}>{historyWords.emptyTitle}</h2>}
      <p>{isFiltered ? historyWords.none : historyWords.empty}</p>
      {isFiltered ? (
        <Button onClick={onShowAll}>{historyWords.showAll}</Button>
      ) : (
        <Button kind="primary" onClick={() => void openPage(`${panelPath}?tab`)}>
          {historyWords.begin}
        </Button>
      )}
    </div>
  );
}

function deletedWords([first, ...more]: readonly HistoryEntry[]): string {
  if (!first) return '';
  return more.length > 0
    ? historyWords.deletedMany(more.length + 1)
    : historyWords.deleted(titleOfEntry(first));
}
