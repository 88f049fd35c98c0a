import { promptWords } from '#shared/i18n/en/prompt.ts';
import { type Fills, longestFill, placeholdersOf } from '#shared/presets/placeholders.ts';
import type { Preset } from '#shared/presets/preset.ts';
import { TextInput } from '#shared/ui/controls/text-input.tsx';
import styles from './prompt.module.css';

const words = promptWords.fills;

type PlaceholderFieldsProps = {
  presets: readonly Preset[];
  /** What the person writes may leave something open, too. */
  typed: string;
  fills: Fills;
  onFills(fills: Fills): void;
};

/** What the chosen presets and the prompt leave open, one small field each; nothing where nothing is left open. */
export function PlaceholderFields({ presets, typed, fills, onFills }: PlaceholderFieldsProps) {
  const open = placeholdersOf([...presets.map(({ prompt }) => prompt), typed].join('\n'));
  if (open.length === 0) return null;
  const names = presets.map(({ name }) => name).join(', ');
  return (
    <fieldset class={styles.fills} aria-label={names === '' ? words.ownLegend : words.legend(names)}>
      {open.map(({ name, fallback }) => (
        <TextInput
          key={name}
          label={nameOf(name)}
          placeholder={fallback}
          value={fills[name] ?? ''}
          onValue={(value) => onFills({ ...fills, [name]: value.slice(0, longestFill) })}
        />
      ))}
    </fieldset>
  );
}

/** As it is written in the prompt, with a capital: it is the name of a field. */
function nameOf(placeholder: string): string {
  return placeholder.charAt(0).toLocaleUpperCase() + placeholder.slice(1);
}
