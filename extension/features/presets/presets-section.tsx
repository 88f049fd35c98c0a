import { presetWords } from '#shared/i18n/en/presets.ts';
import { foldersOf } from '#shared/presets/preset-groups.ts';
import type { PresetDraft } from '#shared/presets/preset-shelf.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { Notice } from '#shared/ui/feedback/notice.tsx';
import { OptionCost } from '#shared/ui/settings/option-cost.tsx';
import type { Services } from '../../platform/services.ts';
import { PresetFileButtons } from './preset-file-buttons.tsx';
import { PresetForm } from './preset-form.tsx';
import { PresetList } from './preset-list.tsx';
import styles from './presets-section.module.css';
import { savePresetFile } from './save-file.ts';
import { SyncNotice } from './sync-notice.tsx';
import { type News, usePresetsSection } from './use-presets-section.ts';

const emptyDraft: PresetDraft = {
  name: '',
  description: '',
  prompt: '',
  strength: 0.8,
  safe: null,
  folder: '',
  picture: null,
};

/** The person's presets: made, changed, marked, put in order, and carried as a file. */
export function PresetsSection({ services }: { services: Services }) {
  const { library, edited, news, setEdited, setNews, ...actions } = usePresetsSection(services);
  return (
    <section aria-labelledby="presets">
      <h2 id="presets">{presetWords.heading}</h2>
      <p class={styles.lead}>{presetWords.lead}</p>
      <OptionCost of="presets" />
      <SyncNotice library={library} />
      <div class={styles.buttons}>
        <Button onClick={() => setEdited('new')}>{presetWords.create}</Button>
        <PresetFileButtons
          library={library}
          shelf={services.presets}
          onImported={(count) => setNews({ said: presetWords.imported(count), undo: null })}
        />
      </div>
      {edited && (
        <PresetForm
          key={edited === 'new' ? 'new' : edited.id}
          title={edited === 'new' ? presetWords.form.new : presetWords.form.change(edited.name)}
          first={edited === 'new' ? emptyDraft : edited}
          folders={foldersOf(library.all)}
          onSave={(draft) => void actions.save(draft)}
          onCancel={() => setEdited(null)}
        />
      )}
      {news && <NewsNotice news={news} onDone={() => setNews(null)} />}
      <PresetList
        all={library.all}
        onEdit={setEdited}
        onCopy={(preset) => void actions.copy(preset)}
        onExport={(preset) => savePresetFile([preset])}
        onRemove={(preset) => void actions.remove(preset)}
        onFavourite={({ id, isFavourite }) => void services.presets.setFavourite(id, !isFavourite)}
        onHide={({ id, isHidden }) => void services.presets.setHidden(id, !isHidden)}
        onMove={(preset, toPlaceOf) => void actions.move(preset, toPlaceOf)}
      />
    </section>
  );
}

function NewsNotice({ news, onDone }: { news: News; onDone: () => void }) {
  const { undo } = news;
  return (
    <Notice tone="success">
      <p>{news.said}</p>
      {undo && <Button onClick={() => void undo().then(onDone)}>{presetWords.undo}</Button>}
    </Notice>
  );
}
