import type { ComponentChild } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { studioWords } from '#shared/i18n/en/studio.ts';
import { openPage, settingsPath } from '../../platform/views/open-page.ts';
import styles from './studio-page.module.css';

/** A part of the studio, reached by its name in the address: `studio.html#batch`; what follows `&` is its own. */
export type StudioSection = { id: string; title: string; screen: ComponentChild };

type StudioPageProps = {
  sections: readonly StudioSection[];
  /** What concerns all of them, above whichever is shown. */
  news: ComponentChild;
};

/** The studio's frame. Sections are links, so that the browser's own back and forward work. */
export function StudioPage({ sections, news }: StudioPageProps) {
  const current = useSection(sections);
  return (
    <>
      <header class={styles.header}>
        <div class={styles.bar}>
          <img src="/icon/32.png" alt="" width={24} height={24} />
          <h1 class={styles.title}>{studioWords.title}</h1>
          {sections.length > 1 && <Tabs sections={sections} currentId={current?.id} />}
          <button type="button" class={styles.settings} onClick={() => void openPage(settingsPath)}>
            {studioWords.settings}
          </button>
        </div>
      </header>
      <main class={styles.page}>
        {news}
        {current?.screen}
      </main>
    </>
  );
}

function Tabs({
  sections,
  currentId,
}: {
  sections: readonly StudioSection[];
  currentId: string | undefined;
}) {
  return (
    <nav class={styles.tabs} aria-label={studioWords.sections}>
      {sections.map(({ id, title }) => (
        <a key={id} href={`#${id}`} aria-current={id === currentId ? 'page' : undefined}>
          {title}
        </a>
      ))}
    </nav>
  );
}

function useSection(sections: readonly StudioSection[]): StudioSection | undefined {
  const [id, setId] = useState(sectionInAddress);
  useEffect(() => {
    const look = () => setId(sectionInAddress());
    addEventListener('hashchange', look);
    return () => removeEventListener('hashchange', look);
  }, []);
  return sections.find((section) => section.id === id) ?? sections[0];
}

function sectionInAddress(): string {
  return location.hash.slice(1).split('&')[0] ?? '';
}
