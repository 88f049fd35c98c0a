import { useState } from 'preact/hooks';
import { panelWords } from '#shared/i18n/en/panel.ts';
import type { RectPx } from '#shared/images/codec.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { PasteIcon, PictureIcon } from '#shared/ui/icons/icons.tsx';
import { PictureCropper } from '#shared/ui/pictures/picture-cropper.tsx';
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
  /** Opens the camera; there only where a device has one at hand. */
  onTakePhoto?: (() => void) | undefined;
  /** What to do while there is no picture, where that is not to drop one. */
  emptyWords?: { title: string; advice: string; choose: string } | undefined;
  /** The Paste button: reading the clipboard is the owner's business. */
  onPaste(): void;
  /** Takes a part of the picture in its place; there only where that is possible. */
  onCrop?: ((part: RectPx) => void) | undefined;
  /** Goes back from such a part; there only where one is shown. */
  onWhole?: (() => void) | undefined;
  /** The picture is shown to be cut at once. */
  startsCropping?: boolean;
};

export function PicturePicker(props: PicturePickerProps) {
  const { isOver, handlers } = usePictureTransfer(props);
  // Here, for the picture is gone for a moment while another comes in its place.
  const cropping = useState(props.startsCropping ?? false);
  return (
    <section class={styles.picker} aria-label={words.region} data-over={isOver} {...handlers}>
      {props.picture ? (
        <Taken {...props} picture={props.picture} cropping={cropping} />
      ) : (
        <Empty {...props} />
      )}
      {isOver && <p class={styles.over}>{words.dropNow}</p>}
    </section>
  );
}

type TakenProps = PicturePickerProps & {
  picture: PickedPicture;
  cropping: [boolean, (isCropping: boolean) => void];
};

function Taken({ picture, cropping: [isCropping, setCropping], ...on }: TakenProps) {
  const { onCrop } = on;
  if (!isCropping || !onCrop) {
    const startCropping = onCrop && (() => setCropping(true));
    return <Chosen {...on} picture={picture} onChange={on.onChooseFile} onCrop={startCropping} />;
  }
  const stop = () => setCropping(false);
  const crop = (part: RectPx) => {
    stop();
    onCrop(part);
  };
  return <PictureCropper key={picture.url} {...picture} onCrop={crop} onCancel={stop} />;
}

type EmptyProps = Pick<PicturePickerProps, 'onChooseFile' | 'onTakePhoto' | 'onPaste' | 'emptyWords'>;

function Empty({ onChooseFile, onTakePhoto, onPaste, emptyWords }: EmptyProps) {
  return (
    <div class={styles.empty}>
      <span class={styles.emptyIcon}>
        <PictureIcon />
      </span>
      <h2 class={styles.emptyTitle}>{emptyWords?.title ?? words.emptyTitle}</h2>
      <p class={styles.emptyAdvice}>{emptyWords?.advice ?? words.emptyAdvice}</p>
      <div class={styles.buttons}>
        {onTakePhoto && <Button onClick={onTakePhoto}>{words.takePhoto}</Button>}
        <Button onClick={onChooseFile}>{emptyWords?.choose ?? words.choose}</Button>
        <Button onClick={onPaste}>
          <PasteIcon />
          {words.paste}
        </Button>
      </div>
    </div>
  );
}

type ChosenProps = Pick<PicturePickerProps, 'onWhole'> & {
  picture: PickedPicture;
  onChange(): void;
  onCrop?: (() => void) | undefined;
};

function Chosen({ picture, onChange, onCrop, onWhole }: ChosenProps) {
  const { url, label, widthPx, heightPx, receipt } = picture;
  const size = words.size(widthPx, heightPx);
  return (
    <>
      <img class={styles.picture} src={url} alt={label} width={widthPx} height={heightPx} />
      <div class={styles.caption}>
        <div class={styles.facts}>
          <p class={styles.name} dir="auto" title={label}>
            {label}
          </p>
          {!receipt?.includes(size) && (
            <p class={`${styles.size} ${text.quiet}`}>
              <bdi>{size}</bdi>
            </p>
          )}
          {receipt && <p class={text.quiet}>{receipt}</p>}
        </div>
        <div class={styles.actions}>
          {onWhole && <Button onClick={onWhole}>{words.whole}</Button>}
          {onCrop && <Button onClick={onCrop}>{words.crop}</Button>}
          <Button onClick={onChange}>{words.change}</Button>
        </div>
      </div>
    </>
  );
}
