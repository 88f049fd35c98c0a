import { useId } from 'preact/hooks';
import { figmaWords } from '#shared/i18n/en/figma.ts';
import type { Preset } from '#shared/presets/preset.ts';
import styles from './preset-chooser.module.css';
import { presetPictures } from './preset-pictures.ts';

const words = figmaWords.look;

type PresetChooserProps = {
  presets: readonly Preset[];
  /** `null`: no preset, only the person's own prompt. */
  chosenId: string | null;
  onChoose(preset: Preset | null): void;
};

/** Native radio buttons that look like pictures: arrow keys and grouping come with them. */
export function PresetChooser({ presets, chosenId, onChoose }: PresetChooserProps) {
  const group = useId();
  return (
    <div class={styles.tiles} role="radiogroup" aria-label={words.heading}>
      {presets.map((preset) => (
        <Tile
          key={preset.id}
          group={group}
          name={preset.name}
          title={preset.description}
          picture={presetPictures[preset.id]}
          checked={preset.id === chosenId}
          onChoose={() => onChoose(preset)}
        />
      ))}
      <Tile group={group} name={words.none} checked={chosenId === null} onChoose={() => onChoose(null)} />
    </div>
  );
}

type TileProps = {
  group: string;
  name: string;
  title?: string;
  picture?: string | undefined;
  checked: boolean;
  onChoose(): void;
};

function Tile({ group, name, title, picture, checked, onChoose }: TileProps) {
  return (
    <label class={styles.tile} title={title}>
      <input class={styles.radio} type="radio" name={group} checked={checked} onChange={onChoose} />
      {picture ? <img class={styles.picture} src={picture} alt="" /> : <span class={styles.picture}>Aa</span>}
      <span class={styles.name}>{name}</span>
    </label>
  );
}
