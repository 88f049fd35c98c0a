import { useEffect } from 'preact/hooks';

/**
 * Looks for news from the browser whenever the person turns to the panel, and offers it what they paste;
 * `take` answers whether it was meant for it.
 */
export function useBrowserNews(look: () => void, take: (text: string) => boolean): void {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      if (take(event.clipboardData?.getData('text/plain') ?? '')) event.preventDefault();
    };
    addEventListener('paste', onPaste);
    return () => removeEventListener('paste', onPaste);
  });
  useEffect(() => {
    const turnedTo = ['focus', 'pointerover', 'visibilitychange'];
    const onTurn = () => {
      if (!document.hidden) look();
    };
    for (const name of turnedTo) addEventListener(name, onTurn);
    return () => {
      for (const name of turnedTo) removeEventListener(name, onTurn);
    };
  }, [look]);
}
