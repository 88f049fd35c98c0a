import { batchWords } from '#shared/i18n/en/batch.ts';
import type { ItemHandlers, ItemView } from '#shared/ui/batch/item-view.ts';
import { IconButton } from '#shared/ui/controls/icon-button.tsx';
import {
  ArrowDownIcon,
  ArrowUpIcon,
  CloseIcon,
  DownloadIcon,
  RetryIcon,
  ToTopIcon,
} from '#shared/ui/icons/icons.tsx';

const words = batchWords.item;

/** What can be done with a picture of a batch in its state. */
export function ItemActions({ item, ...handlers }: ItemHandlers & { item: ItemView }) {
  const { index, name, state } = item;
  if (state === 'done') {
    return (
      <IconButton label={words.download(name)} onClick={() => handlers.onDownload(index)}>
        <DownloadIcon />
      </IconButton>
    );
  }
  if (state === 'failed' || state === 'cancelled') {
    return (
      <IconButton label={words.retry(name)} onClick={() => handlers.onRetry(index)}>
        <RetryIcon />
      </IconButton>
    );
  }
  return (
    <>
      {state === 'waiting' && <MoveButtons item={item} onMove={handlers.onMove} />}
      <IconButton label={words.cancel(name)} onClick={() => handlers.onCancel(index)}>
        <CloseIcon />
      </IconButton>
    </>
  );
}

function MoveButtons({ item, onMove }: Pick<ItemHandlers, 'onMove'> & { item: ItemView }) {
  const { index, name } = item;
  return (
    <>
      <IconButton label={words.first(name)} onClick={() => onMove(index, 'first')}>
        <ToTopIcon />
      </IconButton>
      <IconButton label={words.up(name)} onClick={() => onMove(index, 'up')}>
        <ArrowUpIcon />
      </IconButton>
      <IconButton label={words.down(name)} onClick={() => onMove(index, 'down')}>
        <ArrowDownIcon />
      </IconButton>
    </>
  );
}
