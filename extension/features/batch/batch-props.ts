import type { Batch, BatchItem } from '#shared/jobs/batch/batch.ts';
import type { Services } from '../../platform/services.ts';
import type { SettingsInHand } from './use-batch-settings.ts';

/** What the parts of one batch are shown with. */
export type BatchProps = {
  batch: Batch;
  services: Services;
  settings: SettingsInHand;
  onRemove(batch: Batch): void;
};

/** The same of a batch that is open: its items are read. */
export type ContentsProps = BatchProps & { items: readonly BatchItem[] };
