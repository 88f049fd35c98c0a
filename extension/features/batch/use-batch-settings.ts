import { useEffect, useState } from 'preact/hooks';
import { defaultNameTemplate } from '#shared/jobs/batch/output-names.ts';
import { ask } from '../../messaging.ts';
import {
  type BatchSettings,
  loadBatchSettings,
  saveBatchSettings,
} from '../../platform/batches/batch-settings.ts';

export type SettingsInHand = BatchSettings & { change(part: Partial<BatchSettings>): void };

/** The settings of batches. A change counts at once, also for what runs. */
export function useBatchSettings(): SettingsInHand {
  const [settings, setSettings] = useState<BatchSettings>({
    version: 1,
    slots: 4,
    nameTemplate: defaultNameTemplate,
  });
  useEffect(() => void loadBatchSettings().then(setSettings), []);
  return {
    ...settings,
    change(part) {
      const changed = { ...settings, ...part };
      setSettings(changed);
      void saveBatchSettings(changed).then(() => ask('batch.wake', {}));
    },
  };
}
