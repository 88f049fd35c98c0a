import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** What was just begun is scrolled to, and what has just ended unless the person is typing by then. */
export function useStayingInSight(isNewest: boolean, isEnded: boolean): RefObject<HTMLDivElement> {
  const card = useRef<HTMLDivElement>(null);
  const wasEnded = useRef(isEnded);
  useEffect(() => {
    const isNews = !isEnded || !wasEnded.current;
    wasEnded.current = isEnded;
    const isTyping = document.activeElement?.matches('textarea, input[type=text]') && isEnded;
    if (isNews && isNewest && !isTyping) card.current?.scrollIntoView({ block: 'nearest' });
  }, [isNewest, isEnded]);
  return card;
}
