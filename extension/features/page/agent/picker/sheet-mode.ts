import type { Candidate } from '../candidates/candidate.ts';
import type { Mode } from './mode.ts';
import type { PickerView } from './picker-view.ts';
import { createSheet } from './sheet.ts';
import type { Stock } from './stock.ts';

/** All large pictures of the page beside each other, to choose several. */
export function createSheetMode(
  view: PickerView,
  stock: Stock,
  choose: (chosen: readonly Candidate[]) => void,
): Mode {
  let sheet = createSheet([]);
  return {
    enter() {
      sheet = createSheet(stock.large());
      view.showSheet(sheet.sheet);
    },
    onFrame: () => view.outline(null),
    onAct(act) {
      if (act === 'every') sheet.selectAll();
      if (act === 'go') choose(sheet.selected());
    },
  };
}
