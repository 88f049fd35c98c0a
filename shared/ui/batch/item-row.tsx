import { batchWords } from '#shared/i18n/en/batch.ts';
import { dragOf } from '#shared/ui/batch/dragged-row.ts';
import { ItemActions } from '#shared/ui/batch/item-actions.tsx';
import type { ItemHandlers, ItemView } from '#shared/ui/batch/item-view.ts';
import { ProgressBar } from '#shared/ui/feedback/progress-bar.tsx';
import { PictureIcon } from '#shared/ui/icons/icons.tsx';
import text from '../text.module.css';
import styles from './item-row.module.css';

/** How tall a row is, wide and narrow; its style sheet lays it out to fit. */
export const itemRowHeightPx = { wide: 64, narrow: 112 };
export const narrowBelowPx = 640;

/** One picture of a batch. */
export function ItemRow({ item, ...handlers }: ItemHandlers & { item: ItemView }) {
  const { name, folder, look, state, words, isAtWork, progressRatio, cost } = item;
  return (
    <article
      class={styles.row}
      aria-label={`${name}, ${look}`}
      data-state={state}
      {...dragOf(item, handlers.onMove)}
    >
      <Picture item={item} onOpen={handlers.onOpen} />
      <div class={styles.facts}>
        <h4 class={styles.name} dir="auto" title={folder === '' ? name : `${folder}/${name}`}>
          {name}
        </h4>
        <p class={`${styles.look} ${text.quiet}`} dir="auto">
          {folder === '' ? look : `${look} · ${folder}`}
        </p>
      </div>
      <div class={styles.state}>
        <p class={styles.words} title={words}>
          {words}
        </p>
        {isAtWork && state !== 'failed' && <ProgressBar words={words} ratio={progressRatio} />}
      </div>
      <p class={`${styles.cost} ${text.quiet}`}>{cost}</p>
      <div class={styles.actions}>
        <ItemActions item={item} {...handlers} />
      </div>
    </article>
  );
}

function Picture({ item, onOpen }: { item: ItemView; onOpen: ItemHandlers['onOpen'] }) {
  const { pictureUrl, state, name, index } = item;
  const picture = pictureUrl ? <img class={styles.image} src={pictureUrl} alt="" /> : <PictureIcon />;
  if (state !== 'done') return <div class={styles.picture}>{picture}</div>;
  const label = batchWords.item.open(name);
  return (
    <button
      type="button"
      class={styles.picture}
      aria-label={label}
      title={label}
      onClick={() => onOpen(index)}
    >
      {picture}
    </button>
  );
}
