import { createCanvasCodec } from '#shared/images/canvas-codec.ts';
import type { Batch } from '#shared/jobs/batch/batch.ts';
import { type BatchRunner, createBatchRunner } from '#shared/jobs/batch/batch-runner.ts';
import type { Gate } from '#shared/jobs/batch/gate.ts';
import { takePicture } from '#shared/jobs/batch/take-picture.ts';
import type { JobRunner } from '#shared/jobs/runner.ts';
import { systemClock, systemIds } from '#shared/platform.ts';
import type { StoredBlob } from '#shared/ports.ts';
import { loadBatchSettings } from '../../platform/batches/batch-settings.ts';
import type { Services } from '../../platform/services.ts';
import { openPage, studioPath } from '../../platform/views/open-page.ts';
import { tellBatchChanged, tellTrayChanged } from './changes.ts';

export type Batches = BatchRunner & {
  /** Puts a picture from a page into the tray. */
  addPicture(source: StoredBlob, facts: { label: string; captureRoute: string }): Promise<void>;
  /** Opens the studio with the tray where it is not open yet. */
  showTray(): Promise<void>;
};

type Parts = {
  services: Services;
  runner: JobRunner;
  gate: Gate;
  /** A batch has ended or was stopped by a fault. */
  onRest: (batch: Batch) => void;
};

/** The extension's batches, over its one job runner. */
export function createBatches({ services, runner, gate, onRest }: Parts): Batches {
  const { batches: store, journal, blobs, tray } = services;
  const batches = createBatchRunner({
    store,
    journal,
    runner,
    gate,
    slots: async () => (await loadBatchSettings()).slots,
    clock: systemClock,
    ids: systemIds,
    onChange: (batchId, index) => tellBatchChanged({ batchId, index }),
    onRest,
  });
  return {
    ...batches,
    async addPicture({ bytes }, { label, captureRoute }) {
      const facts = { name: label, folder: '', captureRoute };
      await tray.add(await takePicture(bytes, facts, { blobs, codec: createCanvasCodec() }));
      await tellTrayChanged();
    },
    async showTray() {
      if (!(await tellTrayChanged())) await openPage(studioPath);
    },
  };
}
