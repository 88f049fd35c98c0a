import type { ComponentChildren } from 'preact';
import { settingsWords } from '#shared/i18n/en/settings.ts';
import { TextInput } from '#shared/ui/controls/text-input.tsx';
import text from '#shared/ui/text.module.css';
import { welcomePath } from '../../platform/views/open-page.ts';
import styles from './settings-screen.module.css';

const words = settingsWords.search;

type SettingsHeaderProps = {
  query: string;
  /** `null` while nothing is searched for. */
  foundCount: number | null;
  onQuery(query: string): void;
  /** Ways to the sections. */
  children: ComponentChildren;
};

export function SettingsHeader({ query, foundCount, onQuery, children }: SettingsHeaderProps) {
  return (
    <header class={styles.header}>
      <h1 class={styles.title}>
        <img src="/icon/48.png" alt="" width={28} height={28} />
        {settingsWords.title}
      </h1>
      <p class={styles.lead}>{settingsWords.lead}</p>
      <search class={styles.search}>
        <TextInput label={words.label} value={query} onValue={onQuery} />
        <p class={text.quiet} role="status">
          {foundCount !== null && (foundCount === 0 ? words.none : words.found(foundCount))}
        </p>
      </search>
      {children}
      <p>
        <a class={styles.link} href={welcomePath}>
          {settingsWords.welcome}
        </a>
      </p>
    </header>
  );
}
