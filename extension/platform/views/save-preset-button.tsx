import { useState } from 'preact/hooks';
import { presetWords } from '#shared/i18n/en/presets.ts';
import type { Job } from '#shared/jobs/job.ts';
import { IconButton } from '#shared/ui/controls/icon-button.tsx';
import { SavePresetIcon } from '#shared/ui/icons/icons.tsx';
import text from '#shared/ui/text.module.css';
import type { Services } from '../services.ts';
import { keepInWords } from './save-preset.ts';
import { useOneAtATime } from './use-one-at-a-time.ts';

/** One click makes a preset of a finished picture; then it says what the preset is called. */
export function SavePresetButton({ job, services }: { job: Job; services: Services }) {
  const [said, setSaid] = useState<string | null>(null);
  const { once } = useOneAtATime();
  const keep = () => once(async () => setSaid(await keepInWords(job, services)));
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
