import { formatUsd } from '#shared/budget/estimate.ts';
import type { HistoryEntry } from '#shared/history/entry.ts';
import { recipeFacts } from '#shared/history/recipe-in-words.ts';
import { errorTexts } from '#shared/i18n/en/errors.ts';
import { historyWords } from '#shared/i18n/en/history.ts';
import { formatMoment } from '#shared/i18n/format-date.ts';
import styles from './entry-facts.module.css';

const words = historyWords.details;

/** Everything that is known of a picture, in rows. What is not known has no row. */
export function EntryFacts({ entry }: { entry: HistoryEntry }) {
  return (
    <dl class={styles.facts}>
      {factsOf(entry).map(([name, value]) => (
        <div key={name} class={styles.fact}>
          <dt class={styles.name}>{name}</dt>
          <dd class={styles.value} dir="auto">
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function factsOf(entry: HistoryEntry): [string, string][] {
  const { figures, result, page, errorCode, uses } = entry;
  const facts: [string, string | null | undefined][] = [
    [words.reason, errorCode && errorTexts[errorCode].title],
    ...recipeFacts(entry),
    [words.size, result && words.sizeOf(result.widthPx, result.heightPx)],
    [words.took, tookOf(entry)],
    [words.cost, figures && figures.costUsd !== null ? formatUsd(figures.costUsd) : null],
    [words.made, formatMoment(entry.endedAtMs)],
    [words.page, page && [page.host, page.title].filter(Boolean).join(' · ')],
    [words.uses, uses.map((use) => words.use[use]).join(', ')],
  ];
  return facts.flatMap(([name, value]) => (value ? [[name, value]] : []));
}

/** A server's clock that was set meanwhile may make the run longer than the whole. */
function tookOf({ totalMs, figures }: HistoryEntry): string {
  const totalSeconds = totalMs / 1_000;
  const runSeconds = figures?.runSeconds ?? 0;
  const isPart = runSeconds > 0 && runSeconds <= totalSeconds;
  const total = words.seconds(totalSeconds);
  return isPart ? words.ran(total, words.seconds(runSeconds)) : total;
}
