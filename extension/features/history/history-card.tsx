import { useMemo } from 'preact/hooks';
import type { HistoryEntry } from '#shared/history/entry.ts';
import { historyWords } from '#shared/i18n/en/history.ts';
import { CheckIcon, HeartIcon, PictureIcon, StarIcon } from '#shared/ui/icons/icons.tsx';
import { lookOf, titleOfEntry } from './entry-title.ts';
import styles from './history-card.module.css';
import type { Thumbnails } from './thumbnails.ts';
import { useThumbnail } from './use-thumbnail.ts';

type HistoryCardProps = {
  entry: HistoryEntry;
  thumbnails: Thumbnails;
  /** The one card that Tab reaches. */
  isCurrent: boolean;
  /** `null` while nothing is being selected. */
  isSelected: boolean | null;
};

const words = historyWords.card;

/** One picture of the gallery. Everything else about it is in its details. Others coming or going leave it as it is. */
export function HistoryCard(props: HistoryCardProps) {
  const { entry, thumbnails, isCurrent, isSelected } = props;
  return useMemo(() => <Card {...props} />, [entry, thumbnails, isCurrent, isSelected]);
}

function Card({ entry, thumbnails, isCurrent, isSelected }: HistoryCardProps) {
  const url = useThumbnail(thumbnails, entry.thumbnailKey);
  return (
    <button
      type="button"
      class={styles.card}
      data-entry={entry.id}
      data-state={entry.state}
      tabIndex={isCurrent ? 0 : -1}
      title={titleOfEntry(entry)}
      aria-pressed={isSelected ?? undefined}
    >
      <span class={styles.picture}>
        <PictureIcon />
        {url && <img class={styles.image} src={url} alt="" decoding="async" />}
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
