import { historyWords } from '#shared/i18n/en/history.ts';
import { IconButton } from '#shared/ui/controls/icon-button.tsx';
import { HeartIcon } from '#shared/ui/icons/icons.tsx';
import styles from './marks.module.css';

type FavouriteButtonProps = { favourite: boolean; onFavourite(favourite: boolean): void };

/** Favourites are kept for ever. */
export function FavouriteButton({ favourite, onFavourite }: FavouriteButtonProps) {
  return (
    <span class={styles.favourite}>
      <IconButton label={historyWords.favourite} pressed={favourite} onClick={() => onFavourite(!favourite)}>
        <HeartIcon />
      </IconButton>
    </span>
  );
}
