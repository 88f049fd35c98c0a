import { useRef } from 'preact/hooks';
import { figmaWords } from '#shared/i18n/en/figma.ts';
import type { Preset } from '#shared/presets/preset.ts';
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
  const input = useRef<HTMLInputElement>(null);
  const onPicked = () => {
    const file = input.current?.files?.[0];
    if (file) onFile(file);
    if (input.current) input.current.value = '';
  };
  return (
    <p class={styles.line}>
      <button type="button" class={styles.action} onClick={() => input.current?.click()}>
        {words.importPresets}
      </button>
      {chosen && (
        <button type="button" class={styles.action} onClick={() => onRemove(chosen.id)}>
          {words.removePreset(chosen.name)}
        </button>
      )}
      <input
        ref={input}
        class={styles.file}
        type="file"
        accept=".json,application/json"
        aria-label={words.importPresets}
        tabIndex={-1}
        onChange={onPicked}
      />
    </p>
  );
}
