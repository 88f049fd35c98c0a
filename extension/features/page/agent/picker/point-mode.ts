import type { Candidate } from '../candidates/candidate.ts';
import type { Mode } from './mode.ts';
import type { PickerView } from './picker-view.ts';
import type { Stock } from './stock.ts';

const steps: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Outlines the picture under the pointer, or the next one by the keys; a click or Enter chooses it. */
export function createPointMode(
  view: PickerView,
  stock: Stock,
  first: Candidate | null,
  choose: (chosen: Candidate) => void,
): Mode {
  let current = first;

  function outline(next: Candidate | null): void {
    current = next;
    view.tell(current, stock.indexOf(current), stock.all().length);
    view.countLarge(stock.large().length);
  }

  function step(by: 1 | -1): void {
    const next = stock.after(current, by);
    // Not smoothly: the outline is read out with where it is.
    next?.element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
    outline(next);
  }

  return {
    enter: () => outline(current),
    onFrame: () => view.outline(current?.element.isConnected ? current : null),
    onMove(xPx, yPx) {
      const next = stock.at(xPx, yPx);
      if (next && next !== current) outline(next);
    },
    onClick(xPx, yPx) {
      const hit = stock.at(xPx, yPx);
      if (hit) choose(hit);
    },
    onKey(key) {
      const by = steps[key];
      if (by) step(by);
      else if (key === 'Enter' && current) choose(current);
      return by !== undefined || key === 'Enter';
    },
    onAct: (act) => void (act === 'choose' && current && choose(current)),
  };
}
