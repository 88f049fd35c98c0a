import { useState } from 'preact/hooks';
import { panelWords } from '#shared/i18n/en/panel.ts';
import { presetWords } from '#shared/i18n/en/presets.ts';
import { groupPresets, searchPresets } from '#shared/presets/preset-groups.ts';
import type { ListedPreset } from '#shared/presets/preset-library.ts';
import { Disclosure } from '#shared/ui/controls/disclosure.tsx';
import { SearchInput } from '#shared/ui/controls/search-input.tsx';
import { PresetRow, type PresetRowHandlers } from './preset-row.tsx';
import styles from './presets-section.module.css';

type PresetListProps = Omit<PresetRowHandlers, 'onUp' | 'onDown' | 'onTag'> & {
  all: readonly ListedPreset[];
  onMove(preset: ListedPreset, toPlaceOf: ListedPreset): void;
};

/** All presets in their folders. The families are folded away until they, or something in them, is looked for. */
export function PresetList({ all, onMove, ...handlers }: PresetListProps) {
  const [wanted, setWanted] = useState('');
  const isSearched = wanted.trim() !== '';
  const found = searchPresets(all, wanted);
  return (
    <section class={styles.folders} aria-label={presetWords.list}>
      <SearchInput label={panelWords.presets.search} value={wanted} onValue={setWanted} />
      <p role="status">{isSearched && panelWords.presets.found(found.length)}</p>
      {groupPresets(found).map(({ title, presets }) => (
        <Disclosure
          key={`${title} ${isSearched}`}
          label={title}
          summary={String(presets.length)}
          open={isSearched || presets.some(({ builtIn, isFavourite }) => !builtIn || isFavourite)}
        >
          <ul class={styles.list} aria-label={title}>
            {presets.map((preset, index) => (
              <PresetRow
                key={preset.id}
                preset={preset}
                {...handlers}
                onTag={setWanted}
                onUp={moveTo(preset, presets[index - 1], onMove)}
                onDown={moveTo(preset, presets[index + 1], onMove)}
              />
            ))}
          </ul>
        </Disclosure>
      ))}
    </section>
  );
}

/** Within the hidden ones or the others: the mark decides between those. */
function moveTo(preset: ListedPreset, other: ListedPreset | undefined, onMove: PresetListProps['onMove']) {
  return other?.isHidden === preset.isHidden ? () => onMove(preset, other) : null;
}
