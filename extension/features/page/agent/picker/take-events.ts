/** What is done with the events that a page would have had. Points are of the viewport, in CSS pixels. */
export type Hands = {
  /** The element of ours under a point; `null` over the page. */
  ownAt(xPx: number, yPx: number): Element | null;
  /** The element of ours that has the focus. */
  focused(): Element | null;
  onMove(xPx: number, yPx: number): void;
  onDown(xPx: number, yPx: number): void;
  onUp(xPx: number, yPx: number): void;
  onClick(xPx: number, yPx: number): void;
  /** A button of ours was pressed, by whatever means. */
  onAct(act: string): void;
  /** True when the key was for us. */
  onKey(event: KeyboardEvent): boolean;
};

const pointerEvents = [
  ...['pointerdown', 'pointermove', 'pointerup', 'pointercancel', 'pointerover', 'pointerout'],
  ...['mousedown', 'mousemove', 'mouseup', 'mouseover', 'mouseout', 'click', 'dblclick', 'auxclick'],
  ...['contextmenu', 'touchstart', 'touchmove', 'touchend', 'dragstart', 'selectstart'],
];
/** Longer than a key is pressed; whoever holds it longer means the page. */
const keyUpWithinMs = 800;
const keyEvents = ['keydown', 'keyup', 'keypress'];

/**
 * Takes a page's pointer and keyboard away from it, at the outermost place there is, before anything of
 * the page can stop them. What scripts of the page make up is not listened to. Answers the way to give back.
 */
export function takeEvents(hands: Hands): () => void {
  let isOver = false;
  const onPointer = (event: Event) => takePointer(event as MouseEvent, hands);
  const onKey = (event: Event) => {
    if (!isOver) takeKey(event as KeyboardEvent, hands);
    else if (event.isTrusted) event.stopImmediatePropagation();
    if (isOver && event.type === 'keyup') giveKeysBack();
  };
  const options = { capture: true, passive: false };
  const giveKeysBack = () => {
    for (const type of keyEvents) removeEventListener(type, onKey, options);
  };
  for (const type of pointerEvents) addEventListener(type, onPointer, options);
  for (const type of keyEvents) addEventListener(type, onKey, options);
  return () => {
    for (const type of pointerEvents) removeEventListener(type, onPointer, options);
    // The key that ended it is still down.
    isOver = true;
    setTimeout(giveKeysBack, keyUpWithinMs);
  };
}

/**
 * Whether any event comes through to us: a page may have listened first, and stop every one of them. Made-up ones
 * tell, and go no further than here.
 */
export function hearsEvents(target: Element): boolean {
  let hasHeard = false;
  const hear = (event: Event) => {
    hasHeard = true;
    event.stopImmediatePropagation();
  };
  const probe = { bubbles: true, composed: true };
  for (const event of [new KeyboardEvent('keydown', probe), new MouseEvent('click', probe)]) {
    addEventListener(event.type, hear, { capture: true });
    target.dispatchEvent(event);
    removeEventListener(event.type, hear, { capture: true });
  }
  return hasHeard;
}

function takePointer(event: MouseEvent, hands: Hands): void {
  if (!event.isTrusted) return;
  event.stopImmediatePropagation();
  const { type, clientX, clientY, detail } = event;
  // A button pressed by the keyboard is clicked at no point.
  const isByKey = type === 'click' && detail === 0;
  const own = isByKey ? hands.focused() : hands.ownAt(clientX, clientY);
  if (type === 'pointermove') hands.onMove(clientX, clientY);
  if (type === 'pointerup' || type === 'pointercancel') hands.onUp(clientX, clientY);
  if (own) {
    const act = own.closest<HTMLElement>('[data-act]')?.dataset.act;
    if (type === 'click' && act) hands.onAct(act);
    return;
  }
  event.preventDefault();
  if (type === 'pointerdown') hands.onDown(clientX, clientY);
  if (type === 'click') hands.onClick(clientX, clientY);
}

function takeKey(event: KeyboardEvent, hands: Hands): void {
  if (!event.isTrusted) return;
  event.stopImmediatePropagation();
  if (event.type === 'keydown' && hands.onKey(event)) event.preventDefault();
}
