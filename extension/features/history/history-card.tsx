import type { Ref } from 'preact';
import { useMemo } from 'preact/hooks';
import type { HistoryEntry } from '#shared/history/entry.ts';
import { historyWords } from '#shared/i18n/en/history.ts';
import { CheckIcon, HeartIcon, PictureIcon, StarIcon } from '#shared/ui/icons/icons.tsx';
import { useBlobUrl } from '#shared/ui/pictures/use-blob-url.ts';
import type { Services } from '../../platform/services.ts';
import { lookOf, titleOfEntry } from './entry-title.ts';
import styles from './history-card.module.css';

type HistoryCardProps = {
  entry: HistoryEntry;
  services: Services;
  /** The one card that Tab reaches. */
  isCurrent: boolean;
  buttonRef: Ref<HTMLButtonElement>;
  /** `null` while nothing is being selected. */
  isSelected: boolean | null;
};

/** Cards that are torn past by the scroll bar go sooner, and their pictures are never read. */
const flyingByMs = 60;

const words = historyWords.card;

/** One picture of the gallery. Everything else about it is in its details. Others coming or going leave it as it is. */
export function HistoryCard(props: HistoryCardProps) {
  const { entry, services, isCurrent, buttonRef, isSelected } = props;
  return useMemo(() => <Card {...props} />, [entry, services, isCurrent, buttonRef, isSelected]);
}

function Card({ entry, services, isCurrent, isSelected, buttonRef }: HistoryCardProps) {
  const url = useBlobUrl(services, entry.thumbnailKey, flyingByMs);
  return (
    <button
      ref={buttonRef}
      type="button"
      class={styles.card}
      data-entry={entry.id}
      data-state={entry.state}
      tabIndex={isCurrent ? 0 : -1}
      title={titleOfEntry(entry)}
      aria-pressed={isSelected ?? undefined}
    >
      <span class={styles.picture}>
        {url ? <img class={styles.image} src={url} alt="" decoding="async" /> : <PictureIcon />}
        {isSelected !== null && <span class={styles.tick}>{isSelected && <CheckIcon />}</span>}
        {entry.favourite && (
          <span class={styles.heart} role="img" aria-label={historyWords.favourite}>
            <HeartIcon />
          </span>
        )}
        {entry.state !== 'done' && <span class={styles.badge}>{words[entry.state]}</span>}
      </span>
      <span class={styles.look} dir="auto">
        {lookOf(entry)}
      </span>
      <span class={styles.facts}>
        <span class={styles.label} dir="auto">
          {entry.label}
        </span>
        {entry.rating !== null && (
          <span class={styles.rating} role="img" aria-label={historyWords.stars(entry.rating)}>
            {entry.rating}
            <StarIcon />
          </span>
        )}
      </span>
    </button>
  );
}
