import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { cellsOf, layoutGrid, mostRows, rowsInView } from './grid-layout.ts';

type View = { widthPx: number; slotRows: number; first: number; end: number };

const unseen: View = { widthPx: 0, slotRows: 1, first: 0, end: 0 };

/** Which cards of a grid the window shows, followed through scrolling and resizing: told anew only when others are. */
export function useGrid(grid: RefObject<HTMLElement>, count: number) {
  const [view, setView] = useState(unseen);

  useLayoutEffect(() => {
    const look = () => {
      const box = grid.current?.getBoundingClientRect();
      if (!box) return;
      const layout = layoutGrid(Number.POSITIVE_INFINITY, box.width);
      const rows = rowsInView(layout, { topPx: -box.top, heightPx: innerHeight });
      const next = { widthPx: box.width, slotRows: mostRows(layout, innerHeight), ...rows };
      setView((known) => (isSame(known, next) ? known : next));
    };
    const observer = new ResizeObserver(look);
    // What is within changes with every row that comes or goes.
    if (grid.current) observer.observe(grid.current, { box: 'border-box' });
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
  const cells = cellsOf(layout, view, { count, slotRows: view.slotRows });
  return { ...layout, cells };
}

function isSame(a: View, b: View): boolean {
  return a.widthPx === b.widthPx && a.slotRows === b.slotRows && a.first === b.first && a.end === b.end;
}
