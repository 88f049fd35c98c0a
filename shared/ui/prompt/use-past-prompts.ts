import { useCallback, useRef, useState } from 'preact/hooks';

/** What was written before, newest first. */
export type ReadPastPrompts = () => Promise<readonly string[]>;

/** Leafs through what was written before, as a shell does: up at the very start, down at the very end. */
export function usePastPrompts(read: ReadPastPrompts, prompt: string, onPrompt: (prompt: string) => void) {
  const [past, setPast] = useState<readonly string[]>([]);
  /** How far back the field is, -1 with what is being written; and that, to come back to. */
  const place = useRef({ back: -1, draft: '' });
  const open = useCallback(() => void read().then(setPast), [read]);

  async function leaf(by: 1 | -1): Promise<void> {
    const known = past.length > 0 ? past : await read();
    setPast(known);
    const { back } = place.current;
    const isAway = back >= 0 && known[back] === prompt;
    const from = isAway ? back : -1;
    const next = Math.min(known.length - 1, Math.max(-1, from + by));
    if (next === from) return;
    place.current = { back: next, draft: isAway ? place.current.draft : prompt };
    onPrompt(next < 0 ? place.current.draft : (known[next] ?? ''));
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const field = event.currentTarget;
    if (!(field instanceof HTMLTextAreaElement) || event.shiftKey || event.altKey || event.metaKey) return;
    const { selectionStart, selectionEnd, value } = field;
    const isUp = event.key === 'ArrowUp' && selectionEnd === 0;
    const isDown = event.key === 'ArrowDown' && selectionStart === value.length && place.current.back >= 0;
    if (!isUp && !isDown) return;
    event.preventDefault();
    // The caret goes where the next press of the same key goes on.
    void leaf(isUp ? 1 : -1).then(() => {
      requestAnimationFrame(() => {
        const end = isUp ? 0 : field.value.length;
        field.setSelectionRange(end, end);
      });
    });
  };
  return { past, open, onKeyDown };
}
