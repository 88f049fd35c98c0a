import { useEffect, useId, useState } from 'preact/hooks';
import { figmaWords } from '#shared/i18n/en/figma.ts';
import type { Preset } from '#shared/presets/preset.ts';
import { groupPresets } from '#shared/presets/preset-groups.ts';
import { useStore } from '../platform/store.ts';
import type { PresetPictures } from '../sample-looks/preset-pictures.ts';
import styles from './preset-chooser.module.css';

const words = figmaWords.look;

type PresetChooserProps = {
  presets: readonly Preset[];
  pictures: PresetPictures;
  /** None: only the person's own prompt. */
  chosenIds: readonly string[];
  isSeveral: boolean;
  onChoose(preset: Preset | null): void;
};

/** With the person's own prompt two rows of tiles. */
const fewCount = 7;

/** A team’s own and the best known ones, and all of them by family when asked for. */
export function PresetChooser(props: PresetChooserProps) {
  const { presets, pictures, chosenIds, isSeveral, onChoose } = props;
  const group = useId();
  const [isOpen, setOpen] = useState(false);
  const type = isSeveral ? 'checkbox' : 'radio';
  const few = ownFirst(presets).filter(({ id }, index) => index < fewCount || chosenIds.includes(id));
  const groups = isOpen ? groupPresets(presets) : [{ title: '', presets: few }];
  const drawn = useStore(pictures);
  useEffect(() => pictures.want(isOpen ? presets : few));
  const toggle = isOpen ? words.fewer : words.all(presets.length);
  const none = (
    <Tile
      group={group}
      type={type}
      name={words.none}
      checked={chosenIds.length === 0}
      onChoose={() => onChoose(null)}
    />
  );
  return (
    <fieldset class={styles.groups} aria-label={words.heading}>
      {groups.map(({ title, presets: grouped }) => (
        <div key={title}>
          {title && <h3 class={styles.title}>{title}</h3>}
          <div class={styles.tiles}>
            {grouped.map((preset) => (
              <Tile
                key={preset.id}
                group={group}
                type={type}
                name={preset.name}
                title={preset.description}
                picture={drawn.get(preset.id) ?? drawnIn(preset)}
                isComing={preset.builtIn}
                checked={chosenIds.includes(preset.id)}
                onChoose={() => onChoose(preset)}
              />
            ))}
            {!isOpen && none}
          </div>
        </div>
      ))}
      {isOpen && <div class={styles.tiles}>{none}</div>}
      <button type="button" class={styles.toggle} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {toggle}
      </button>
    </fieldset>
  );
}

/** What a team brought along is what it came for. */
function ownFirst(presets: readonly Preset[]): Preset[] {
  return presets.toSorted((one, other) => Number(one.builtIn) - Number(other.builtIn));
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
  /** It is being drawn. */
  isComing?: boolean;
  checked: boolean;
  onChoose(): void;
};

function Tile(props: TileProps) {
  const { group, type, name, title, picture, isComing = false, checked, onChoose } = props;
  const letters = isComing ? '' : 'Aa';
  return (
    <label class={styles.tile} title={title}>
      <input class={styles.radio} type={type} name={group} checked={checked} onChange={onChoose} />
      {picture ? (
        <img class={styles.picture} src={picture} alt="" />
      ) : (
        <span class={styles.picture}>{letters}</span>
      )}
      <span class={styles.name}>{name}</span>
    </label>
  );
}
