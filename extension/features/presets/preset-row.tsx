import { presetWords } from '#shared/i18n/en/presets.ts';
import type { ListedPreset } from '#shared/presets/preset-library.ts';
import { IconButton } from '#shared/ui/controls/icon-button.tsx';
import {
  ArrowDownIcon,
  ArrowUpIcon,
  CopyIcon,
  DownloadIcon,
  EyeIcon,
  EyeOffIcon,
  PromptIcon,
  StarIcon,
  TrashIcon,
} from '#shared/ui/icons/icons.tsx';
import text from '#shared/ui/text.module.css';
import { presetPictureUrl } from '../../platform/views/preset-picture.ts';
import styles from './presets-section.module.css';

const words = presetWords.actions;

export type PresetRowHandlers = {
  onEdit(preset: ListedPreset): void;
  onCopy(preset: ListedPreset): void;
  onExport(preset: ListedPreset): void;
  onRemove(preset: ListedPreset): void;
  onFavourite(preset: ListedPreset): void;
  onHide(preset: ListedPreset): void;
  /** Shows the others with a tag of its. */
  onTag(tag: string): void;
  /** `null` at that end of the list. */
  onUp: (() => void) | null;
  onDown: (() => void) | null;
};

export function PresetRow({ preset, ...handlers }: PresetRowHandlers & { preset: ListedPreset }) {
  const url = presetPictureUrl(preset);
  return (
    <li class={styles.row} data-hidden={preset.isHidden}>
      <span class={styles.picture}>{url ? <img src={url} alt="" /> : <PromptIcon />}</span>
      <div class={styles.facts}>
        <p class={styles.name} dir="auto">
          {preset.name} <span class={text.quiet}>{notesOn(preset)}</span>
        </p>
        <p class={text.quiet} dir="auto">
          {preset.description || preset.prompt}
        </p>
        <Tags preset={preset} {...handlers} />
      </div>
      <div class={styles.rowActions}>
        <IconButton
          label={words.favourite(preset.name)}
          pressed={preset.isFavourite}
          onClick={() => handlers.onFavourite(preset)}
        >
          <StarIcon />
        </IconButton>
        <Moves name={preset.name} {...handlers} />
        <IconButton label={words.copy(preset.name)} onClick={() => handlers.onCopy(preset)}>
          <CopyIcon />
        </IconButton>
        {preset.builtIn ? (
          <HideButton preset={preset} {...handlers} />
        ) : (
          <OwnActions preset={preset} {...handlers} />
        )}
      </div>
    </li>
  );
}

function Moves({ name, onUp, onDown }: Pick<PresetRowHandlers, 'onUp' | 'onDown'> & { name: string }) {
  return (
    <>
      {onUp && (
        <IconButton label={words.up(name)} onClick={onUp}>
          <ArrowUpIcon />
        </IconButton>
      )}
      {onDown && (
        <IconButton label={words.down(name)} onClick={onDown}>
          <ArrowDownIcon />
        </IconButton>
      )}
    </>
  );
}

type OneProps = PresetRowHandlers & { preset: ListedPreset };

function Tags({ preset: { tags = [] }, onTag }: OneProps) {
  if (tags.length === 0) return null;
  return (
    <p class={styles.tags} dir="auto">
      {tags.map((tag) => (
        <button key={tag} type="button" aria-label={presetWords.tagged(tag)} onClick={() => onTag(tag)}>
          #{tag}
        </button>
      ))}
    </p>
  );
}

/** Built-in presets come back with every version, so they are hidden instead of deleted. */
function HideButton({ preset, onHide }: OneProps) {
  const label = preset.isHidden ? words.show(preset.name) : words.hide(preset.name);
  return (
    <IconButton label={label} onClick={() => onHide(preset)}>
      {preset.isHidden ? <EyeIcon /> : <EyeOffIcon />}
    </IconButton>
  );
}

function OwnActions({ preset, onEdit, onExport, onRemove }: OneProps) {
  return (
    <>
      <IconButton label={words.export(preset.name)} onClick={() => onExport(preset)}>
        <DownloadIcon />
      </IconButton>
      <IconButton label={words.edit(preset.name)} onClick={() => onEdit(preset)}>
        <PromptIcon />
      </IconButton>
      <IconButton label={words.remove(preset.name)} onClick={() => onRemove(preset)}>
        <TrashIcon />
      </IconButton>
    </>
  );
}

function notesOn({ builtIn, isHidden, isOtherVersion }: ListedPreset): string {
  const notes = [
    builtIn && presetWords.builtIn,
    isHidden && presetWords.hidden,
    isOtherVersion && presetWords.otherVersion,
  ];
  return notes.filter(Boolean).join(', ');
}
