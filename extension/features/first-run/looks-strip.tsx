import { builtInPresets } from '#shared/presets/built-in.ts';
import { presetPictureUrl } from '../../platform/views/preset-picture.ts';
import styles from './looks-strip.module.css';

const shownCount = 9;

/** What the words above it mean, without words: one photograph in many looks. */
export function LooksStrip() {
  return (
    <div class={styles.strip} aria-hidden="true">
      {builtInPresets.slice(0, shownCount).map((preset) => (
        <img key={preset.id} src={presetPictureUrl(preset) ?? ''} alt="" width={160} height={160} />
      ))}
    </div>
  );
}
