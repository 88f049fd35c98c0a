import { type StateUpdater, useLayoutEffect, useState } from 'preact/hooks';

const mark = 'setup=';

/** A team's setup that came in the page's address or is pasted anywhere but into a field; empty without one. */
export function usePastedSetup(): [string, (text: StateUpdater<string>) => void] {
  const [text, setText] = useState(() => (location.hash.startsWith(`#${mark}`) ? location.hash : ''));
  // From the first paint on: who has the line already pastes at once.
  useLayoutEffect(() => {
    const take = ({ clipboardData, target }: ClipboardEvent) => {
      const pasted = clipboardData?.getData('text/plain') ?? '';
      const isInField = target instanceof Element && target.matches('input, textarea');
      if (!isInField && (pasted.includes(mark) || pasted.trimStart().startsWith('{'))) setText(pasted);
    };
    document.addEventListener('paste', take);
    return () => document.removeEventListener('paste', take);
  }, []);
  return [text, setText];
}
