import { figmaWords } from '#shared/i18n/en/figma.ts';
import type { Layer } from '../../bridge/layer.ts';
import { readMadeWith } from '../look/made-with.ts';
import styles from './made-line.module.css';

const words = figmaWords.layers;

export type MadeHandlers = {
  /** Fills the panel's fields with what made it. */
  onSettings(layer: Layer): void;
  onVary(layer: Layer): void;
  onRevert(layer: Layer): void;
};

/** A result among the selected layers: what made it, and the ways on from there. */
export function MadeLine({ layer, onSettings, onVary, onRevert }: MadeHandlers & { layer: Layer }) {
  const made = readMadeWith(layer.recipe);
  if (!made) return null;
  const actions = [
    { name: words.settings, label: words.settingsOf(layer.name), act: onSettings },
    { name: words.vary, label: words.varyLayer(layer.name), act: onVary },
    { name: words.revert, label: words.revertLayer(layer.name), act: onRevert },
  ];
  return (
    <span class={styles.line}>
      <span class={styles.made}>{words.madeWith(made.title)}</span>
      {actions.map(({ name, label, act }) => (
        <button key={name} type="button" class={styles.action} aria-label={label} onClick={() => act(layer)}>
          {name}
        </button>
      ))}
    </span>
  );
}
