import { useRef, useState } from 'preact/hooks';
import { type Place, panBy, whole, type Zoomed, zoomAt } from '#shared/ui/pictures/zoomed.ts';

const keyFactor = 1.5;
const keyStep = 0.1;
const keys: Readonly<Record<string, (view: Zoomed) => Zoomed>> = {
  '+': (view) => zoomAt(view, keyFactor),
  '=': (view) => zoomAt(view, keyFactor),
  '-': (view) => zoomAt(view, 1 / keyFactor),
  '0': () => whole,
  ArrowLeft: (view) => panBy(view, keyStep, 0),
  ArrowRight: (view) => panBy(view, -keyStep, 0),
  ArrowUp: (view) => panBy(view, 0, keyStep),
  ArrowDown: (view) => panBy(view, 0, -keyStep),
};

type StageEvent = { currentTarget: HTMLElement; clientX: number; clientY: number };

function placeOf({ currentTarget, clientX, clientY }: StageEvent): Place {
  const box = currentTarget.getBoundingClientRect();
  return { x: (clientX - box.left) / box.width - 0.5, y: (clientY - box.top) / box.height - 0.5 };
}

/** Looking nearer by wheel, drag and keys. The handlers are for each pane; all panes show the one view. */
export function useZoomed() {
  const [view, setView] = useState(whole);
  const last = useRef<Place | null>(null);
  const pane = {
    onWheel: (event: WheelEvent & { currentTarget: HTMLElement }) => {
      event.preventDefault();
      setView((now) => zoomAt(now, Math.exp(-event.deltaY / 400), placeOf(event)));
    },
    onPointerDown: (event: PointerEvent & { currentTarget: HTMLElement }) => {
      // The line between two pictures is dragged by itself, and a button in the pane hears its own release.
      if (event.target instanceof Element && event.target.closest('input, button')) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      last.current = placeOf(event);
    },
    onPointerMove: (event: PointerEvent & { currentTarget: HTMLElement }) => {
      const from = last.current;
      if (!from) return;
      const to = placeOf(event);
      last.current = to;
      setView((now) => panBy(now, to.x - from.x, to.y - from.y));
    },
    onPointerUp: () => {
      last.current = null;
    },
    onDblClick: (event: MouseEvent & { currentTarget: HTMLElement }) =>
      setView((now) => (now.scale > 1 ? whole : zoomAt(now, 3, placeOf(event)))),
  };
  /** Whether the key was one of ours. */
  const onKey = (key: string): boolean => {
    const act = keys[key];
    if (act) setView(act);
    return act !== undefined;
  };
  return { view, pane, onKey };
}
