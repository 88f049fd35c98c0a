import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { Connection } from '#shared/connection/connection.ts';
import { welcomeWords } from '#shared/i18n/en/welcome.ts';
import type { Services } from '../../platform/services.ts';
import { Outcome } from './outcome.tsx';
import styles from './practice.module.css';
import page from './welcome-screen.module.css';

const words = welcomeWords.practice;

type PracticeProps = { services: Services; connection: Connection | null };

/** Photographs of our own to right-click, as on any page: a result lies over its photograph. */
export function Practice({ services, connection }: PracticeProps) {
  const shortcut = usePickShortcut();
  useEffect(standAgentHere, []);
  return (
    <>
      <header class={page.header}>
        <h1 class={page.title}>{words.title}</h1>
        <Outcome services={services}>
          <p class={styles.lead}>
            {words.lead} {shortcut && words.keys(shortcut)}
          </p>
          <p class={styles.where}>
            {connection ? welcomeWords.whereTo[connection.engine] : words.unconnected}
          </p>
        </Outcome>
      </header>
      <section class={styles.photos} aria-label={words.photos}>
        {welcomeWords.photos.map(({ file, subject, author }) => (
          <figure key={file} class={styles.photo}>
            <img src={`/photos/${file}`} alt={subject} width={480} height={360} />
            <figcaption>{words.credit(subject, author)}</figcaption>
          </figure>
        ))}
      </section>
      <p>
        <a class={styles.link} href="#ways">
          {words.back}
        </a>
      </p>
    </>
  );
}

/** No right of an extension reaches its own pages, so this one brings along what a click puts into others. */
function standAgentHere(): void {
  document.head.append(Object.assign(document.createElement('script'), { src: '/page-agent.js' }));
}

/** The key as the person has set it; `null` where there is none. */
function usePickShortcut(): string | null {
  const [shortcut, setShortcut] = useState<string | null>(null);
  useEffect(() => {
    const find = async () => {
      const commands = await browser.commands.getAll();
      setShortcut(commands.find(({ name }) => name === 'pick-picture')?.shortcut || null);
    };
    void find();
  }, []);
  return shortcut;
}
