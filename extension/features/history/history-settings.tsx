import { useCallback, useEffect, useState } from 'preact/hooks';
import { defaultLimits, type HistoryLimits } from '#shared/history/retention.ts';
import { historyWords } from '#shared/i18n/en/history.ts';
import { formatBytes } from '#shared/i18n/format-bytes.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { Select } from '#shared/ui/controls/select.tsx';
import { OptionCost } from '#shared/ui/settings/option-cost.tsx';
import text from '#shared/ui/text.module.css';
import { type StoredAmount, storedAmount } from '#shared/web/retention/stored-amount.ts';
import { ask } from '../../messaging.ts';
import { loadHistoryLimits, saveHistoryLimits } from '../../platform/history-limits.ts';
import type { Services } from '../../platform/services.ts';
import { historyPath, openPage } from '../../platform/views/open-page.ts';
import styles from './history-settings.module.css';
import { MakeRoom } from './make-room.tsx';

const words = historyWords.settings;
const gigabyte = 1024 ** 3;
const sizes = [gigabyte / 4, gigabyte, 2 * gigabyte, 5 * gigabyte, 20 * gigabyte];
const ages = [7, 30, 90, 365, null];

/** How much the history may keep, what it keeps now, and room when it is needed. */
export function HistorySettings({ services }: { services: Services }) {
  const [limits, setLimits] = useState<HistoryLimits>(defaultLimits);
  const [amount, setAmount] = useState<StoredAmount | null>(null);
  const count = useCallback(() => void storedAmount(services.database).then(setAmount), [services]);
  useEffect(() => {
    count();
    void loadHistoryLimits().then(setLimits);
  }, [count]);

  const change = async (part: Partial<HistoryLimits>) => {
    const next = { ...limits, ...part };
    setLimits(next);
    await saveHistoryLimits(next);
    await ask('history.tidy', {});
    count();
  };
  return (
    <section aria-labelledby="history">
      <h2 id="history">{historyWords.title}</h2>
      <p>{amount && words.amount(formatBytes(amount.sizeBytes), amount.pictureCount)}</p>
      <div class={styles.limits}>
        <Select
          label={words.maxSize}
          value={String(limits.maxBytes)}
          options={sizes.map((size) => ({ value: String(size), label: sizeWords(size) }))}
          onValue={(value) => void change({ maxBytes: Number(value) })}
        />
        <Select
          label={words.maxAge}
          value={String(limits.maxAgeDays)}
          options={ages.map((days) => ({ value: String(days), label: words.days(days) }))}
          onValue={(value) => void change({ maxAgeDays: value === 'null' ? null : Number(value) })}
        />
      </div>
      <p class={text.quiet}>{words.hint}</p>
      <OptionCost of="history" />
      <div class={styles.buttons}>
        <Button onClick={() => void openPage(historyPath)}>{words.open}</Button>
        <MakeRoom services={services} onMade={count} />
      </div>
    </section>
  );
}

/** Limits are powers of two, which are not said with a point. */
function sizeWords(sizeBytes: number): string {
  return sizeBytes < gigabyte ? `${sizeBytes / 1024 ** 2} MB` : `${sizeBytes / gigabyte} GB`;
}
