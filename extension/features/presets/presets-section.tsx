import { useEffect, useState } from 'preact/hooks';
import { presetWords } from '#shared/i18n/en/presets.ts';
import { foldersOf } from '#shared/presets/preset-groups.ts';
import { findIn, type ListedPreset } from '#shared/presets/preset-library.ts';
import type { PresetDraft } from '#shared/presets/preset-shelf.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { Notice } from '#shared/ui/feedback/notice.tsx';
import { OptionCost } from '#shared/ui/settings/option-cost.tsx';
import type { Services } from '../../platform/services.ts';
import { pictureToKeep } from '../../platform/views/preset-picture.ts';
import { usePresets } from '../../platform/views/use-presets.ts';
import { ordersAfterMove } from './move.ts';
import { PresetFileButtons } from './preset-file-buttons.tsx';
import { PresetForm } from './preset-form.tsx';
import { PresetList } from './preset-list.tsx';
import styles from './presets-section.module.css';
import { savePresetFile } from './save-file.ts';
import { SyncNotice } from './sync-notice.tsx';

const emptyDraft: PresetDraft = {
  name: '',
  description: '',
  prompt: '',
  strength: 0.8,
  safe: null,
  folder: '',
  picture: null,
};

type News = { said: string; undo: (() => Promise<void>) | null };

/** The person's presets: made, changed, marked, put in order, and carried as a file. */
export function PresetsSection({ services }: { services: Services }) {
  const { presets } = services;
  const library = usePresets(services);
  /** The preset in the form; `new` before it has an id. */
  const [edited, setEdited] = useState<ListedPreset | 'new' | null>(null);
  const [news, setNews] = useState<News | null>(null);

  const save = async (draft: PresetDraft) => {
    if (edited === 'new') await presets.create(draft);
    else if (edited) await presets.change(edited.id, draft);
    setEdited(null);
  };
  const remove = async ({ id, name }: ListedPreset) => {
    const undo = await presets.remove(id);
    setNews({ said: presetWords.deleted(name), undo });
  };
  const copy = async (preset: ListedPreset) => {
    const picture = await pictureToKeep(preset);
    await presets.create({ ...preset, picture, name: presetWords.copyOf(preset.name) });
  };
  const move = async (preset: ListedPreset, toPlaceOf: ListedPreset) => {
    const orders = ordersAfterMove(library.all, preset.id, toPlaceOf.id);
    for (const [presetId, order] of orders) await presets.setOrder(presetId, order);
  };
  useEffect(() => {
    const open = (asked: ListedPreset | null) => asked && setEdited(asked);
    void presets.load().then((known) => open(findIn(known, presetInAddress())));
  }, [presets]);

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
          shelf={presets}
          onImported={(count) => setNews({ said: presetWords.imported(count), undo: null })}
        />
      </div>
      {edited && (
        <PresetForm
          key={edited === 'new' ? 'new' : edited.id}
          title={edited === 'new' ? presetWords.form.new : presetWords.form.change(edited.name)}
          first={edited === 'new' ? emptyDraft : edited}
          folders={foldersOf(library.all)}
          onSave={(draft) => void save(draft)}
          onCancel={() => setEdited(null)}
        />
      )}
      {news && <NewsNotice news={news} onDone={() => setNews(null)} />}
      <PresetList
        all={library.all}
        onEdit={setEdited}
        onCopy={(preset) => void copy(preset)}
        onExport={(preset) => savePresetFile([preset])}
        onRemove={(preset) => void remove(preset)}
        onFavourite={({ id, isFavourite }) => void presets.setFavourite(id, !isFavourite)}
        onHide={({ id, isHidden }) => void presets.setHidden(id, !isHidden)}
        onMove={(preset, toPlaceOf) => void move(preset, toPlaceOf)}
      />
    </section>
  );
}

/** The one to be changed at once, as a link from the panel names it. */
function presetInAddress(): string | null {
  return new URLSearchParams(location.hash.slice(1)).get('preset');
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
