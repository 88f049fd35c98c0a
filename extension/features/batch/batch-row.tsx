import type { BatchItem } from '#shared/jobs/batch/batch.ts';
import { ItemRow } from '#shared/ui/batch/item-row.tsx';
import { ask } from '../../messaging.ts';
import type { Services } from '../../platform/services.ts';
import { downloadResult } from '../../platform/views/keep-picture.ts';
import { useItemView } from './use-item-view.ts';

type BatchRowProps = { item: BatchItem; look: string; services: Services };

/** An item's row with its pictures read from the store, and what its buttons do. */
export function BatchRow({ item, look, services }: BatchRowProps) {
  const view = useItemView(item, look, services);
  const { batchId, jobId } = item;
  const download = async () => {
    const job = jobId === null ? null : await services.journal.get(jobId);
    if (job) await downloadResult(job, services);
  };
  return (
    <ItemRow
      item={view}
      onMove={(index, move) => void ask('batch.move', { batchId, index, move })}
      onCancel={(index) => void ask('batch.cancelItem', { batchId, index })}
      onRetry={(index) => void ask('batch.retryItem', { batchId, index })}
      onOpen={() => view.pictureUrl && void window.open(view.pictureUrl)}
      onDownload={() => void download()}
    />
  );
}
