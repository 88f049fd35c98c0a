import { useRef, useState } from 'preact/hooks';
import { panelWords } from '#shared/i18n/en/panel.ts';
import type { RectPx } from '#shared/images/codec.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { type CropHandle, cropRectOf, firstCropArea, moveCropArea } from '#shared/ui/pictures/crop-area.ts';
import text from '../text.module.css';
import styles from './picture-cropper.module.css';

const words = panelWords.crop;

/** One press of an arrow key, as a share of the picture's side; with Shift five. */
const arrowStep = 0.01;
const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
const handles: readonly CropHandle[] = ['all', 'topLeft', 'topRight', 'bottomLeft', 'bottomRight'];
const classOf: Readonly<Record<CropHandle, string | undefined>> = {
  all: styles.all,
  topLeft: styles.topLeft,
  topRight: styles.topRight,
  bottomLeft: styles.bottomLeft,
  bottomRight: styles.bottomRight,
};

type PictureCropperProps = {
  url: string;
  label: string;
  widthPx: number;
  heightPx: number;
  onCrop(part: RectPx): void;
  onCancel(): void;
};

/** A picture with a frame around the part to keep, moved and shaped by the pointer or by the arrow keys. */
export function PictureCropper({ url, label, onCrop, onCancel, ...size }: PictureCropperProps) {
  const [area, setArea] = useState(firstCropArea);
  const stage = useRef<HTMLDivElement>(null);
  const part = cropRectOf(area, size);
  const move = (handle: CropHandle, byX: number, byY: number) =>
    setArea((now) => moveCropArea(now, handle, byX, byY));
  const onEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onCancel();
  };
  const percent = (share: number) => `${share * 100}%`;
  const place = {
    left: percent(area.left),
    top: percent(area.top),
    width: percent(area.right - area.left),
    height: percent(area.bottom - area.top),
  };
  return (
    <fieldset class={styles.cropper} aria-label={words.region} onKeyDown={onEscape}>
      {/* Left stays left in every language: pictures are not mirrored. */}
      <div class={styles.stage} dir="ltr" ref={stage}>
        <img class={styles.picture} src={url} alt={label} {...sizeOf(size)} draggable={false} />
        <div class={styles.part} style={place}>
          {handles.map((handle) => (
            <Handle key={handle} handle={handle} stage={stage} onMove={move} />
          ))}
        </div>
      </div>
      <p class={text.quiet} role="status">
        {words.size(part.widthPx, part.heightPx)} {words.hint}
      </p>
      <div class={styles.buttons}>
        <Button onClick={onCancel}>{words.cancel}</Button>
        <Button kind="primary" onClick={() => onCrop(part)}>
          {words.use}
        </Button>
      </div>
    </fieldset>
  );
}

function sizeOf({ widthPx: width, heightPx: height }: { widthPx: number; heightPx: number }) {
  return { width, height };
}

type HandleProps = {
  handle: CropHandle;
  stage: { readonly current: HTMLElement | null };
  onMove(handle: CropHandle, byX: number, byY: number): void;
};

function Handle({ handle, stage, onMove }: HandleProps) {
  const held = useRef<{ xPx: number; yPx: number } | null>(null);
  const drag = ({ clientX: xPx, clientY: yPx }: PointerEvent) => {
    const box = stage.current?.getBoundingClientRect();
    const from = held.current;
    if (!box || !from) return;
    held.current = { xPx, yPx };
    onMove(handle, (xPx - from.xPx) / box.width, (yPx - from.yPx) / box.height);
  };
  const letGo = () => {
    held.current = null;
  };
  const press = (event: KeyboardEvent) => {
    const [x = 0, y = 0] = arrows[event.key] ?? [];
    if (x === 0 && y === 0) return;
    event.preventDefault();
    const step = event.shiftKey ? arrowStep * 5 : arrowStep;
    onMove(handle, x * step, y * step);
  };
  return (
    <button
      type="button"
      class={classOf[handle]}
      aria-label={words.handles[handle]}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        held.current = { xPx: event.clientX, yPx: event.clientY };
      }}
      onPointerMove={drag}
      onPointerUp={letGo}
      onPointerCancel={letGo}
      onKeyDown={press}
    />
  );
}
