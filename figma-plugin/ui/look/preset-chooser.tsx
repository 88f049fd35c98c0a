import { useId } from 'preact/hooks';
import { figmaWords } from '#shared/i18n/en/figma.ts';
import type { Preset } from '#shared/presets/preset.ts';
import styles from './preset-chooser.module.css';
import { presetPictures } from './preset-pictures.ts';

const words = figmaWords.look;

type PresetChooserProps = {
  presets: readonly Preset[];
  /** None: only the person's own prompt. */
  chosenIds: readonly string[];
  isSeveral: boolean;
  onChoose(preset: Preset | null): void;
};

/** Native radio buttons or checkboxes that look like pictures: keys and grouping come with them. */
export function PresetChooser({ presets, chosenIds, isSeveral, onChoose }: PresetChooserProps) {
  const group = useId();
  const type = isSeveral ? 'checkbox' : 'radio';
  return (
    <fieldset class={styles.tiles} aria-label={words.heading}>
      {presets.map((preset) => (
        <Tile
          key={preset.id}
          group={group}
          type={type}
          name={preset.name}
          title={preset.description}
          picture={presetPictures[preset.id] ?? drawnIn(preset)}
          checked={chosenIds.includes(preset.id)}
          onChoose={() => onChoose(preset)}
        />
      ))}
      <Tile
        group={group}
        type={type}
        name={words.none}
        checked={chosenIds.length === 0}
        onChoose={() => onChoose(null)}
      />
    </fieldset>
  );
}

/** A preset from a file carries its picture with it. */
function drawnIn({ picture }: Preset): string | undefined {
  return picture?.startsWith('data:') ? picture : undefined;
}

type TileProps = {
  group: string;
  type: 'radio' | 'checkbox';
  name: string;
  title?: string;
  picture?: string | undefined;
  checked: boolean;
  onChoose(): void;
};

function Tile({ group, type, name, title, picture, checked, onChoose }: TileProps) {
  return (
    <label class={styles.tile} title={title}>
      <input class={styles.radio} type={type} name={group} checked={checked} onChange={onChoose} />
      {picture ? <img class={styles.picture} src={picture} alt="" /> : <span class={styles.picture}>Aa</span>}
      <span class={styles.name}>{name}</span>
    </label>
  );
}
