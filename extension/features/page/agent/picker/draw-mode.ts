import type { Candidate } from '../candidates/candidate.ts';
import { createDrawing } from './drawing.ts';
import { drawnArea } from './drawn-area.ts';
import type { Mode } from './mode.ts';
import type { PickerView } from './picker-view.ts';

/** A rectangle dragged over the page, for what is no picture or cannot be read as one. */
export function createDrawMode(view: PickerView, choose: (chosen: Candidate) => void): Mode {
  const drawing = createDrawing();
  return {
    enter: () => view.tellToDraw(),
    onFrame: () => view.outlineDrawn(drawing.box()),
    onDown: drawing.begin,
    onMove: drawing.move,
    onUp() {
      const drawn = drawing.finish();
      if (drawn) choose(drawnArea(drawn));
    },
  };
}
