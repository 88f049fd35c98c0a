import { promptWords } from '#shared/i18n/en/prompt.ts';
import { type Fills, longestFill, placeholdersOf } from '#shared/presets/placeholders.ts';
import type { Preset } from '#shared/presets/preset.ts';
import { TextInput } from '#shared/ui/controls/text-input.tsx';
import styles from './prompt.module.css';

const words = promptWords.fills;

type PlaceholderFieldsProps = { presets: readonly Preset[]; fills: Fills; onFills(fills: Fills): void };

/** What the chosen presets leave open, one small field each; nothing where they leave nothing open. */
export function PlaceholderFields({ presets, fills, onFills }: PlaceholderFieldsProps) {
  const open = placeholdersOf(presets.map(({ prompt }) => prompt).join('\n'));
  if (open.length === 0) return null;
  return (
    <fieldset class={styles.fills} aria-label={words.legend(presets.map(({ name }) => name).join(', '))}>
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
