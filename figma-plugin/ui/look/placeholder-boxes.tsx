import { Textbox } from '@create-figma-plugin/ui';
import { useId } from 'preact/hooks';
import { type Fills, placeholdersOf } from '#shared/presets/placeholders.ts';
import styles from './look-fields.module.css';

type PlaceholderBoxesProps = { prompts: readonly string[]; fills: Fills; onFills(fills: Fills): void };

/** What the chosen looks leave open, one small field each. */
export function PlaceholderBoxes({ prompts, fills, onFills }: PlaceholderBoxesProps) {
  const id = useId();
  return (
    <>
      {placeholdersOf(prompts.join('\n')).map(({ name, fallback }) => (
        <div key={name} class={styles.seed}>
          <label for={`${id}-${name}`}>{name.charAt(0).toLocaleUpperCase() + name.slice(1)}</label>
          <Textbox
            id={`${id}-${name}`}
            placeholder={fallback}
            value={fills[name] ?? ''}
            onValueInput={(value: string) => onFills({ ...fills, [name]: value })}
          />
        </div>
      ))}
    </>
  );
}
