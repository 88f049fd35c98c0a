import { useRef } from 'preact/hooks';
import { presetWords } from '#shared/i18n/en/presets.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { PromptIcon } from '#shared/ui/icons/icons.tsx';
import { presetPictureOf } from '../../platform/views/preset-picture.ts';
import styles from './presets-section.module.css';

const words = presetWords.form;

type PresetPictureFieldProps = { picture: string | null; onPicture(picture: string | null): void };

/** The small picture a preset is recognised by. It is cut and shrunk here, the file goes nowhere. */
export function PresetPictureField({ picture, onPicture }: PresetPictureFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const take = (file: File | undefined) => {
    if (file) void presetPictureOf(file).then((url) => url && onPicture(url));
  };
  return (
    <div class={styles.pictureField}>
      <span class={styles.picture}>{picture ? <img src={picture} alt="" /> : <PromptIcon />}</span>
      <Button onClick={() => input.current?.click()}>{words.picture}</Button>
      {picture && <Button onClick={() => onPicture(null)}>{words.noPicture}</Button>}
      <input
        ref={input}
        type="file"
        accept="image/*"
        hidden
        onChange={(event) => take(event.currentTarget.files?.[0])}
      />
    </div>
  );
}
