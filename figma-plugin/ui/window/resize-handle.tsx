import { useRef } from 'preact/hooks';
import { figmaWords } from '#shared/i18n/en/figma.ts';
import { type WindowSize, withinLimits } from '../../bridge/window-size.ts';
import styles from './resize-handle.module.css';

const stepPx = 20;
const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-stepPx, 0],
  ArrowRight: [stepPx, 0],
  ArrowUp: [0, -stepPx],
  ArrowDown: [0, stepPx],
};

type ResizeHandleProps = {
  /** `isLast`: the hand, or the key, has let go. */
  onResize(size: WindowSize, isLast: boolean): void;
};

/** Figma's windows have no edge to pull at: this corner is it, for the mouse and for arrow keys. */
export function ResizeHandle({ onResize }: ResizeHandleProps) {
  const grip = useRef<{ rightPx: number; bottomPx: number } | null>(null);
  const sizeAt = ({ clientX, clientY }: PointerEvent) => {
    const { rightPx, bottomPx } = grip.current ?? { rightPx: 0, bottomPx: 0 };
    return withinLimits({ widthPx: clientX + rightPx, heightPx: clientY + bottomPx });
  };
  const down = (event: PointerEvent & { currentTarget: HTMLElement }) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    grip.current = { rightPx: innerWidth - event.clientX, bottomPx: innerHeight - event.clientY };
  };
  const move = (event: PointerEvent) => grip.current && onResize(sizeAt(event), false);
  const up = (event: PointerEvent) => {
    if (grip.current) onResize(sizeAt(event), true);
    grip.current = null;
  };
  const key = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    const [right, down] = step;
    onResize(withinLimits({ widthPx: innerWidth + right, heightPx: innerHeight + down }), true);
  };
  return (
    <button
      type="button"
      class={styles.handle}
      aria-label={figmaWords.window.resize}
      title={figmaWords.window.resize}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={up}
      onPointerCancel={up}
      onKeyDown={key}
    />
  );
}
