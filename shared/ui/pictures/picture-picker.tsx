import { panelWords } from '#shared/i18n/en/panel.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { PasteIcon, PictureIcon } from '#shared/ui/icons/icons.tsx';
import { type PictureReceiver, usePictureTransfer } from '#shared/ui/pictures/use-picture-transfer.ts';
import text from '../text.module.css';
import styles from './picture-picker.module.css';

const words = panelWords.picture;

export type PickedPicture = {
  url: string;
  label: string;
  widthPx: number;
  heightPx: number;
  /** How it was taken, in words. */
  receipt?: string | undefined;
};

export type PicturePickerProps = PictureReceiver & {
  picture: PickedPicture | null;
  onChooseFile(): void;
  /** The Paste button: reading the clipboard is the owner's business. */
  onPaste(): void;
};

export function PicturePicker({ picture, onChooseFile, onPaste, ...receiver }: PicturePickerProps) {
  const { over, handlers } = usePictureTransfer(receiver);
  return (
    <section class={styles.picker} aria-label={words.region} data-over={over} {...handlers}>
      {picture ? (
        <Chosen picture={picture} onChange={onChooseFile} />
      ) : (
        <Empty onChooseFile={onChooseFile} onPaste={onPaste} />
      )}
      {over && <p class={styles.over}>{words.dropNow}</p>}
    </section>
  );
}

function Empty({ onChooseFile, onPaste }: Pick<PicturePickerProps, 'onChooseFile' | 'onPaste'>) {
  return (
    <div class={styles.empty}>
      <span class={styles.emptyIcon}>
        <PictureIcon />
      </span>
      <h2 class={styles.emptyTitle}>{words.emptyTitle}</h2>
      <p class={styles.emptyAdvice}>{words.emptyAdvice}</p>
      <div class={styles.buttons}>
        <Button onClick={onChooseFile}>{words.choose}</Button>
        <Button onClick={onPaste}>
          <PasteIcon />
          {words.paste}
        </Button>
      </div>
    </div>
  );
}

function Chosen({ picture, onChange }: { picture: PickedPicture; onChange(): void }) {
  const { url, label, widthPx, heightPx, receipt } = picture;
  return (
    <>
      <img class={styles.picture} src={url} alt={label} width={widthPx} height={heightPx} />
      <div class={styles.caption}>
        <div class={styles.facts}>
          <p class={styles.name} dir="auto" title={label}>
            {label}
          </p>
          <p class={`${styles.size} ${text.quiet}`}>
            <bdi>{words.size(widthPx, heightPx)}</bdi>
          </p>
          {receipt && <p class={text.quiet}>{receipt}</p>}
        </div>
        <Button onClick={onChange}>{words.change}</Button>
      </div>
    </>
  );
}
