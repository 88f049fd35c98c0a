import { figmaWords } from '#shared/i18n/en/figma.ts';
import type { Preset } from '#shared/presets/preset.ts';
import { FileLink } from '../files/file-link.tsx';
import styles from './preset-file-line.module.css';

const words = figmaWords.look;

type PresetFileLineProps = {
  /** The chosen preset, where it came from a file. */
  chosen: Preset | null;
  onFile(file: File): void;
  onRemove(id: string): void;
};

/** More presets come from a file that the extension has written, and go again one by one. */
export function PresetFileLine({ chosen, onFile, onRemove }: PresetFileLineProps) {
  return (
    <p class={styles.line}>
      <FileLink label={words.importPresets} accept=".json,application/json" onFile={onFile} />
      {chosen && (
        <button type="button" class={styles.remove} onClick={() => onRemove(chosen.id)}>
          {words.removePreset(chosen.name)}
        </button>
      )}
    </p>
  );
}
