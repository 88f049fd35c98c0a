import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { layoutGrid, rowsInView } from './grid-layout.ts';

type View = { widthPx: number; topPx: number; heightPx: number };

const unseen: View = { widthPx: 0, topPx: 0, heightPx: 0 };

/** Which rows of a grid the window shows, followed through scrolling and resizing. */
export function useGrid(grid: RefObject<HTMLElement>, count: number) {
  const [view, setView] = useState(unseen);

  useLayoutEffect(() => {
    const look = () => {
      const box = grid.current?.getBoundingClientRect();
      if (!box) return;
      const next = { widthPx: box.width, topPx: -box.top, heightPx: innerHeight };
      setView((known) => (isSame(known, next) ? known : next));
    };
    const observer = new ResizeObserver(look);
    if (grid.current) observer.observe(grid.current);
    addEventListener('scroll', look, { passive: true });
    addEventListener('resize', look);
    look();
    return () => {
      observer.disconnect();
      removeEventListener('scroll', look);
      removeEventListener('resize', look);
    };
  }, [grid]);

  const layout = layoutGrid(count, view.widthPx);
  return { ...layout, ...rowsInView(layout, view) };
}

function isSame(a: View, b: View): boolean {
  return a.widthPx === b.widthPx && a.topPx === b.topPx && a.heightPx === b.heightPx;
}
