import { Checkbox, Text } from '@create-figma-plugin/ui';
import { useId } from 'preact/hooks';
import { figmaWords } from '#shared/i18n/en/figma.ts';
import type { Way } from '../../bridge/placing.ts';
import styles from './way-chooser.module.css';

const words = figmaWords.placing;
const ways = Object.keys(words.ways) as Way[];

type WayChooserProps = {
  way: Way;
  /** What is larger than Figma takes comes in tiles. */
  isTiled: boolean;
  onWay(way: Way): void;
  onTiled(isTiled: boolean): void;
};

/** Native radio buttons in one bar, and one line that says what the chosen one does. */
export function WayChooser({ way, isTiled, onWay, onTiled }: WayChooserProps) {
  const id = useId();
  return (
    <fieldset class={styles.ways} aria-describedby={`${id}-hint`}>
      <legend class={styles.legend}>{words.heading}</legend>
      <div class={styles.bar}>
        {ways.map((one) => (
          <label key={one} class={styles.way}>
            <input
              class={styles.radio}
              type="radio"
              name={id}
              checked={one === way}
              onChange={() => onWay(one)}
            />
            <span class={styles.name}>{words.ways[one]}</span>
          </label>
        ))}
      </div>
      <p id={`${id}-hint`} class={styles.hint}>
        {words.hints[way]}
      </p>
      {way !== 'fill' && (
        <div class={styles.tiles}>
          <Checkbox value={isTiled} onValueChange={onTiled}>
            <Text>{words.tiles}</Text>
          </Checkbox>
        </div>
      )}
    </fieldset>
  );
}
