import type { Candidate } from '../candidates/candidate.ts';
import { runtime } from '../runtime.ts';
import { clickHints } from './click-hints.ts';
import { createDrawMode } from './draw-mode.ts';
import { guess } from './guess.ts';
import type { Mode } from './mode.ts';
import { createPickerView } from './picker-view.ts';
import { createPointMode } from './point-mode.ts';
import { createSheetMode } from './sheet-mode.ts';
import { createStock } from './stock.ts';
import { type Hands, hearsEvents, takeEvents } from './take-events.ts';

export type Picker = { leave(): void };

/**
 * Lets a person choose pictures of the page, with the best guess outlined from the start. Nothing is read or
 * sent by it. `onEnd` gets what was chosen, or nothing where it was left. On a page that keeps every event to
 * itself the best guess counts as chosen, for what comes next is asked in a frame of ours; `null` where there is none.
 */
export function startPicker(
  target: Element | null,
  onEnd: (chosen: readonly Candidate[]) => void,
): Picker | null {
  const hadFocus = document.activeElement;
  const view = createPickerView();
  const stock = createStock();
  const choose = (chosen: readonly Candidate[]) => chosen.length > 0 && end(chosen);
  const first = guess(stock.all(), clickHints(), target);
  if (!hearsEvents(view.root.host)) {
    view.remove();
    if (first) onEnd([first]);
    return first && { leave: () => {} };
  }
  const point = createPointMode(view, stock, first, (one) => choose([one]));
  const modes: Readonly<Record<string, Mode>> = {
    back: point,
    draw: createDrawMode(view, (one) => choose([one])),
    all: createSheetMode(view, stock, choose),
  };
  let mode = point;
  let request = 0;

  function enter(next: Mode): void {
    mode = next;
    view.showSheet(null);
    mode.enter();
  }

  function act(name: string): void {
    const next = modes[name];
    if (next) enter(next);
    else if (name === 'leave') end([]);
    else mode.onAct?.(name);
  }

  function follow(): void {
    mode.onFrame();
    request = requestAnimationFrame(follow);
    if (runtime.id === undefined) end([]);
  }

  function end(chosen: readonly Candidate[]): void {
    cancelAnimationFrame(request);
    giveBack();
    view.remove();
    if (hadFocus instanceof HTMLElement) hadFocus.focus({ preventScroll: true });
    onEnd(chosen);
  }

  const onEscape = () => (mode === point ? end([]) : enter(point));
  const giveBack = takeEvents(handsOf(view, () => mode, { act, onEscape }));
  enter(point);
  follow();
  return { leave: () => end([]) };
}

type Does = { act(name: string): void; onEscape(): void };

function handsOf(view: ReturnType<typeof createPickerView>, mode: () => Mode, does: Does): Hands {
  return {
    ownAt: view.ownAt,
    focused: () => view.root.activeElement,
    onMove: (xPx, yPx) => mode().onMove?.(xPx, yPx),
    onDown: (xPx, yPx) => mode().onDown?.(xPx, yPx),
    onUp: () => mode().onUp?.(),
    onClick: (xPx, yPx) => mode().onClick?.(xPx, yPx),
    onAct: does.act,
    onKey({ key, shiftKey }) {
      const isOnControl = view.root.activeElement?.matches('button, input') ?? false;
      if (key === 'Escape') does.onEscape();
      else if (key === 'Tab') view.moveFocus(shiftKey ? -1 : 1);
      // Buttons and boxes hear of these themselves.
      else if (isOnControl && (key === 'Enter' || key === ' ')) return false;
      else return mode().onKey?.(key) ?? false;
      return true;
    },
  };
}
