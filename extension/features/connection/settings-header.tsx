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
};

export function SettingsHeader({ query, foundCount, onQuery }: SettingsHeaderProps) {
  return (
    <header class={styles.block}>
      <h1 class={styles.title}>{settingsWords.title}</h1>
      <p class={styles.lead}>{settingsWords.lead}</p>
      <p>
        <a class={styles.link} href={welcomePath}>
          {settingsWords.welcome}
        </a>
      </p>
      <search class={styles.search}>
        <TextInput label={words.label} value={query} onValue={onQuery} />
        <p class={text.quiet} role="status">
          {foundCount !== null && (foundCount === 0 ? words.none : words.found(foundCount))}
        </p>
      </search>
    </header>
  );
}
