import { peekKey } from '../peek-key.ts';

/** Calls back while the key is held that shows the page as it was. Where a person types, it is a letter. */
export function watchPeekKey(onHeld: (isHeld: boolean) => void): void {
  let isHeld = false;
  const set = (next: boolean) => {
    if (next !== isHeld) onHeld(next);
    isHeld = next;
  };
  const onDown = (event: KeyboardEvent) => {
    const hasModifier = event.ctrlKey || event.metaKey || event.altKey;
    if (event.isTrusted && event.key.toLowerCase() === peekKey && !hasModifier && !isTyping()) set(true);
  };
  addEventListener('keydown', onDown, { capture: true });
  addEventListener('keyup', () => set(false), { capture: true });
  addEventListener('blur', () => set(false));
}

function isTyping(): boolean {
  const focused = document.activeElement;
  return focused?.matches('input, textarea, select, [contenteditable]') ?? false;
}
