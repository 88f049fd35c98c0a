import { useState } from 'preact/hooks';
import { presetWords } from '#shared/i18n/en/presets.ts';
import type { ListedPreset } from '#shared/presets/preset-library.ts';
import type { PresetDraft } from '#shared/presets/preset-shelf.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { Notice } from '#shared/ui/feedback/notice.tsx';
import type { Services } from '../../platform/services.ts';
import { usePresets } from '../../platform/views/use-presets.ts';
import { ordersAfterMove } from './move.ts';
import { PresetFileButtons } from './preset-file-buttons.tsx';
import { PresetForm } from './preset-form.tsx';
import { PresetRow } from './preset-row.tsx';
import styles from './presets-section.module.css';
import { SyncNotice } from './sync-notice.tsx';

const emptyDraft: PresetDraft = { name: '', description: '', prompt: '', strength: 0.8, picture: null };

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
  const copy = async ({ name, description, prompt, strength, picture, builtIn }: ListedPreset) => {
    const draft = { description, prompt, strength, picture: builtIn ? null : picture };
    await presets.create({ ...draft, name: presetWords.copyOf(name) });
  };
  const move = async (id: string, by: 1 | -1) => {
    const orders = ordersAfterMove(library.all, id, by);
    for (const [presetId, order] of orders) await presets.setOrder(presetId, order);
  };

  return (
    <section class={styles.section} aria-labelledby="presets">
      <h2 id="presets">{presetWords.heading}</h2>
      <p class={styles.lead}>{presetWords.lead}</p>
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
          onSave={(draft) => void save(draft)}
          onCancel={() => setEdited(null)}
        />
      )}
      {news && <NewsNotice news={news} onDone={() => setNews(null)} />}
      <ul class={styles.list} aria-label={presetWords.list}>
        {library.all.map((preset) => (
          <PresetRow
            key={preset.id}
            preset={preset}
            onEdit={setEdited}
            onCopy={(one) => void copy(one)}
            onRemove={(one) => void remove(one)}
            onFavourite={({ id, isFavourite }) => void presets.setFavourite(id, !isFavourite)}
            onHide={({ id, isHidden }) => void presets.setHidden(id, !isHidden)}
            onUp={canMove(library.all, preset, -1) ? () => void move(preset.id, -1) : null}
            onDown={canMove(library.all, preset, 1) ? () => void move(preset.id, 1) : null}
          />
        ))}
      </ul>
    </section>
  );
}

/** Within favourites, the rest, or the hidden: marks decide between those. */
function canMove(all: readonly ListedPreset[], preset: ListedPreset, by: 1 | -1): boolean {
  const neighbour = all[all.indexOf(preset) + by];
  return neighbour?.isFavourite === preset.isFavourite && neighbour.isHidden === preset.isHidden;
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
