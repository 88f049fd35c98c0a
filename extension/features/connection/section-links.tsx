import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { settingsWords } from '#shared/i18n/en/settings.ts';
import styles from './section-links.module.css';

type Link = { id: string; label: string };

/** Ways to the page's sections, by their own headings, whichever features they are of. A narrow page has no room for them. */
export function SectionLinks({ page }: { page: RefObject<HTMLElement> }) {
  const [links, setLinks] = useState<readonly Link[]>([]);
  useEffect(() => {
    if (!page.current) return;
    const look = () => setLinks(linksIn(page.current));
    look();
    // A section comes and goes with what is connected.
    const watch = new MutationObserver(look);
    watch.observe(page.current, { childList: true });
    return () => watch.disconnect();
  }, [page]);
  return (
    <nav class={styles.links} aria-label={settingsWords.sections}>
      {links.map(({ id, label }) => (
        <a key={id} href={`#${id}`}>
          {label}
        </a>
      ))}
    </nav>
  );
}

function linksIn(page: HTMLElement | null): Link[] {
  const headings = page?.querySelectorAll(':scope > section > h2[id]') ?? [];
  return [...headings].map(({ id, textContent }) => ({ id, label: textContent ?? '' }));
}
