import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { panelWords } from '#shared/i18n/en/panel.ts';
import type { Preset } from '#shared/presets/preset.ts';
import { groupPresets, searchPresets } from '#shared/presets/preset-groups.ts';
import { SearchInput } from '#shared/ui/controls/search-input.tsx';
import text from '../text.module.css';
import styles from './preset-picker.module.css';

const words = panelWords.presets;

type PresetGroupsProps<T> = {
  presets: readonly T[];
  /** What stands before all of them, searched or not. */
  first: ComponentChildren;
  children(preset: T): ComponentChildren;
};

/** Presets under the names of their families, and a field that finds one among them. */
export function PresetGroups<T extends Preset>({ presets, first, children }: PresetGroupsProps<T>) {
  const id = useId();
  const [wanted, setWanted] = useState('');
  const found = searchPresets(presets, wanted);
  return (
    <div class={styles.groups}>
      <SearchInput label={words.search} value={wanted} onValue={setWanted} />
      <p class={text.quiet} role="status">
        {wanted.trim() !== '' && words.found(found.length)}
      </p>
      <div class={styles.shelf}>
        {first && <div class={styles.first}>{first}</div>}
        {groupPresets(found).map(({ title, presets: grouped }) => (
          <div key={title}>
            <h3 id={`${id}-${title}`} class={styles.group} dir="auto">
              {title}
            </h3>
            {/* biome-ignore lint/a11y/useSemanticElements: fieldsets cannot be grids everywhere. */}
            <div class={styles.rows} role="group" aria-labelledby={`${id}-${title}`}>
              {grouped.map(children)}
            </div>
          </div>
        ))}
      </div>
    </div>
  );
}
