import { useEffect, useState } from 'preact/hooks';
import { presetWords } from '#shared/i18n/en/presets.ts';
import { findIn, type ListedPreset } from '#shared/presets/preset-library.ts';
import type { PresetDraft } from '#shared/presets/preset-shelf.ts';
import type { Services } from '../../platform/services.ts';
import { pictureToKeep } from '../../platform/views/preset-picture.ts';
import { usePresets } from '../../platform/views/use-presets.ts';
import { ordersAfterMove } from './move.ts';

/** What was done last, and how it is taken back where it can be. */
export type News = { said: string; undo: (() => Promise<void>) | null };

/** What the section shows, and what is done with a preset beyond marking it. */
export function usePresetsSection(services: Services) {
  const { presets } = services;
  const library = usePresets(services);
  /** The preset in the form; `new` before it has an id. */
  const [edited, setEdited] = useState<ListedPreset | 'new' | null>(null);
  const [news, setNews] = useState<News | null>(null);

  useEffect(() => {
    const open = (asked: ListedPreset | null) => asked && setEdited(asked);
    void presets.load().then((known) => open(findIn(known, presetInAddress())));
  }, [presets]);

  return {
    ...{ library, edited, setEdited, news, setNews },
    async save(draft: PresetDraft): Promise<void> {
      if (edited === 'new') await presets.create(draft);
      else if (edited) await presets.change(edited.id, draft);
      setEdited(null);
    },
    async remove({ id, name }: ListedPreset): Promise<void> {
      const undo = await presets.remove(id);
      setNews({ said: presetWords.deleted(name), undo });
    },
    async copy(preset: ListedPreset): Promise<void> {
      const picture = await pictureToKeep(preset);
      await presets.create({ ...preset, picture, name: presetWords.copyOf(preset.name) });
    },
    async move(preset: ListedPreset, toPlaceOf: ListedPreset): Promise<void> {
      const orders = ordersAfterMove(library.all, preset.id, toPlaceOf.id);
      for (const [presetId, order] of orders) await presets.setOrder(presetId, order);
    },
  };
}

/** The one to be changed at once, as a link from the panel names it. */
function presetInAddress(): string | null {
  return new URLSearchParams(location.hash.slice(1)).get('preset');
}
