import { useEffect, useRef } from 'preact/hooks';
import type { HistoryEntry, Marks } from '#shared/history/entry.ts';
import { historyWords } from '#shared/i18n/en/history.ts';
import { IconButton } from '#shared/ui/controls/icon-button.tsx';
import { FavouriteButton } from '#shared/ui/history/favourite-button.tsx';
import { StarRating } from '#shared/ui/history/star-rating.tsx';
import { CloseIcon } from '#shared/ui/icons/icons.tsx';
import type { Services } from '../../platform/services.ts';
import { EntryActions } from './entry-actions.tsx';
import styles from './entry-details.module.css';
import { EntryFacts } from './entry-facts.tsx';
import { EntryPicture } from './entry-picture.tsx';
import { titleOfEntry } from './entry-title.ts';
import { actOf } from './history-keys.ts';

type EntryDetailsProps = {
  entry: HistoryEntry;
  services: Services;
  onMark(change: Partial<Marks>): void;
  onDelete(): void;
  /** With its original, large, with zoom. */
  onCompare(): void;
  /** To the one before or after, as the gallery shows them. */
  onStep(by: number): void;
  onClose(): void;
};

/** One picture large, with its recipe. The gallery's keys work here too. */
export function EntryDetails({ entry, services, onStep, onClose, ...on }: EntryDetailsProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);

  const onKeyDown = (event: KeyboardEvent) => {
    // The slider takes the arrows, buttons their own keys.
    const isInControl = event.target instanceof HTMLElement && event.target.matches('input');
    const act = actOf(event, entry, 1);
    if (!act || act.kind === 'open' || (act.kind === 'move' && isInControl)) return;
    event.preventDefault();
    if (act.kind === 'move') onStep(Math.sign(act.by));
    else if (act.kind === 'mark') on.onMark(act.change);
    else if (act.kind === 'delete') on.onDelete();
    else if (act.kind === 'compare') on.onCompare();
  };
  return (
    <dialog
      ref={dialog}
      class={styles.details}
      aria-label={titleOfEntry(entry)}
      onClose={onClose}
      onKeyDown={onKeyDown}
    >
      <EntryPicture key={entry.id} entry={entry} services={services} />
      <div class={styles.side}>
        <header class={styles.header}>
          <h2 class={styles.title} dir="auto">
            {titleOfEntry(entry)}
          </h2>
          <span class={styles.close}>
            <IconButton label={historyWords.details.close} onClick={() => dialog.current?.close()}>
              <CloseIcon />
            </IconButton>
          </span>
        </header>
        <div class={styles.marks}>
          <FavouriteButton
            favourite={entry.favourite}
            onFavourite={(favourite) => on.onMark({ favourite })}
          />
          <StarRating rating={entry.rating} onRate={(rating) => on.onMark({ rating })} />
        </div>
        <EntryActions key={entry.id} entry={entry} services={services} {...on} />
        <EntryFacts entry={entry} />
      </div>
    </dialog>
  );
}
