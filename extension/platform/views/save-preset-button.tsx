import { useState } from 'preact/hooks';
import { presetWords } from '#shared/i18n/en/presets.ts';
import type { Job } from '#shared/jobs/job.ts';
import { IconButton } from '#shared/ui/controls/icon-button.tsx';
import { SavePresetIcon } from '#shared/ui/icons/icons.tsx';
import text from '#shared/ui/text.module.css';
import type { Services } from '../services.ts';
import { keepAsPreset } from './save-preset.ts';

/** One click makes a preset of a finished picture; then it says what the preset is called. */
export function SavePresetButton({ job, services }: { job: Job; services: Services }) {
  const [said, setSaid] = useState<string | null>(null);
  const keep = async () => {
    const kept = await keepAsPreset(job, services);
    setSaid(kept ? presetWords.kept(kept.name) : presetWords.tooLongToKeep);
  };
  return (
    <>
      {said === null && (
        <IconButton label={presetWords.keep} onClick={() => void keep()}>
          <SavePresetIcon />
        </IconButton>
      )}
      <span class={text.quiet} role="status">
        {said}
      </span>
    </>
  );
}
