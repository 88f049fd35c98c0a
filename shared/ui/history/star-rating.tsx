import { historyWords } from '#shared/i18n/en/history.ts';
import { StarIcon } from '#shared/ui/icons/icons.tsx';
import styles from './marks.module.css';

type StarRatingProps = {
  /** 1..5, `null` while nobody has said. */
  rating: number | null;
  onRate(rating: number | null): void;
};

export const allStars = [1, 2, 3, 4, 5] as const;

/** Five stars; the one that is set takes the rating back. */
export function StarRating({ rating, onRate }: StarRatingProps) {
  return (
    <fieldset class={styles.stars} aria-label={historyWords.rating}>
      {allStars.map((stars) => (
        <button
          key={stars}
          type="button"
          class={styles.star}
          data-lit={stars <= (rating ?? 0)}
          aria-pressed={stars === rating}
          aria-label={historyWords.stars(stars)}
          title={historyWords.stars(stars)}
          onClick={() => onRate(stars === rating ? null : stars)}
        >
          <StarIcon />
        </button>
      ))}
    </fieldset>
  );
}
