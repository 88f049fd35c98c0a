import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** Shows of a page's sections those that have the words, also folded away: so every option is found by its own. */
export function useSectionSearch(page: RefObject<HTMLElement>) {
  const [query, setQuery] = useState('');
  const [foundCount, setFoundCount] = useState<number | null>(null);
  useEffect(() => {
    const wanted = wordsOf(query);
    const sections = [
      ...(page.current?.querySelectorAll<HTMLElement>(':scope > section, :scope > ul') ?? []),
    ];
    for (const section of sections) section.hidden = !has(section, wanted);
    setFoundCount(wanted.length === 0 ? null : sections.filter(({ hidden }) => !hidden).length);
    if (wanted.length > 0) unfold(sections, wanted);
  }, [query, page]);
  return { query, setQuery, foundCount };
}

function unfold(sections: readonly HTMLElement[], wanted: readonly string[]): void {
  for (const details of sections.flatMap((section) => [...section.querySelectorAll('details')])) {
    if (has(details, wanted)) details.open = true;
  }
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().split(/\s+/).filter(Boolean);
}

function has({ textContent }: Element, wanted: readonly string[]): boolean {
  const text = textContent?.toLowerCase() ?? '';
  return wanted.every((word) => text.includes(word));
}
