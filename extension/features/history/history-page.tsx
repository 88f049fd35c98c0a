import { historyWords } from '#shared/i18n/en/history.ts';
import type { Services } from '../../platform/services.ts';
import styles from './history-page.module.css';
import { HistorySection } from './history-section.tsx';

/** The history as a page of its own; `#entry=<id>` opens one picture. */
export function HistoryPage({ services }: { services: Services }) {
  const openId = new URLSearchParams(location.hash.slice(1)).get('entry');
  return (
    <main class={styles.page}>
      <h1 class={styles.title}>{historyWords.title}</h1>
      <HistorySection services={services} openId={openId} />
    </main>
  );
}
