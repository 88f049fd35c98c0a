import { useState } from 'preact/hooks';
import type { HistoryEntry } from '#shared/history/entry.ts';
import { recipeInWords } from '#shared/history/recipe-in-words.ts';
import type { FileKind } from '#shared/history/result-file.ts';
import { handoffWords } from '#shared/i18n/en/handoff.ts';
import { historyWords } from '#shared/i18n/en/history.ts';
import { panelWords } from '#shared/i18n/en/panel.ts';
import { presetWords } from '#shared/i18n/en/presets.ts';
import type { Job } from '#shared/jobs/job.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import {
  CompareIcon,
  CopyIcon,
  DownloadIcon,
  PlainFileIcon,
  PromptIcon,
  SavePresetIcon,
  SendIcon,
  TrashIcon,
} from '#shared/ui/icons/icons.tsx';
import text from '#shared/ui/text.module.css';
import type { Services } from '../../platform/services.ts';
import { copyResult, downloadResult } from '../../platform/views/keep-picture.ts';
import { openPage, panelPath } from '../../platform/views/open-page.ts';
import { keepInWords } from '../../platform/views/save-preset.ts';
import { sendToFigma } from '../../platform/views/send-to-figma.ts';
import { useOneAtATime } from '../../platform/views/use-one-at-a-time.ts';
import { sidesOf } from './comparing/sides.ts';
import styles from './entry-details.module.css';
import { ShareMenu } from './share-menu.tsx';

const words = historyWords.details;

type EntryActionsProps = { entry: HistoryEntry; services: Services; onDelete(): void; onCompare(): void };

/** What can be done with a picture; the line below says what came of it. */
export function EntryActions({ entry, services, onDelete, onCompare }: EntryActionsProps) {
  const isDone = entry.state === 'done';
  const [status, setStatus] = useState<string>(isDone ? words.cleanHint : '');
  const withJob = async (act: (job: Job) => Promise<string>) => {
    const job = await services.journal.get(entry.id);
    setStatus(job ? await act(job).catch(() => words.lost) : words.lost);
  };
  const download = (kind: FileKind) =>
    withJob(async (job) => words.saved(await downloadResult(job, services, kind)));
  const { once } = useOneAtATime();
  const keep = () => once(() => withJob((job) => keepInWords(job, services)));
  const copy = () =>
    withJob((job) =>
      copyResult(job, services).then(
        () => words.copied,
        () => words.copyRefused,
      ),
    );
  const copyRecipe = () =>
    void navigator.clipboard.writeText(recipeInWords(entry)).then(
      () => setStatus(words.recipeCopied),
      () => setStatus(words.copyRefused),
    );
  const send = () => {
    setStatus(handoffWords.preparing);
    void withJob((job) => sendToFigma(job, services));
  };
  return (
    <>
      <div class={styles.actions}>
        {isDone && (
          <>
            <Button kind="primary" onClick={() => void download('noted')}>
              <DownloadIcon />
              {words.download}
            </Button>
            {sidesOf([entry]) && (
              <Button onClick={onCompare}>
                <CompareIcon />
                {historyWords.select.compare}
              </Button>
            )}
            <Button onClick={() => void download('clean')}>
              <PlainFileIcon />
              {words.clean}
            </Button>
            <Button onClick={() => void copy()}>
              <CopyIcon />
              {words.copy}
            </Button>
            <Button onClick={send}>
              <SendIcon />
              {panelWords.result.send}
            </Button>
            <Button onClick={() => void keep()}>
              <SavePresetIcon />
              {presetWords.keep}
            </Button>
            <ShareMenu services={services} withJob={withJob} onBegin={setStatus} />
          </>
        )}
        <Button onClick={() => void openPage(`${panelPath}?tab#job=${entry.id}`)}>
          <PromptIcon />
          {words.reuse}
        </Button>
        <Button onClick={copyRecipe}>
          <CopyIcon />
          {words.copyRecipe}
        </Button>
        <Button kind="danger" onClick={onDelete}>
          <TrashIcon />
          {words.delete}
        </Button>
      </div>
      <p class={text.quiet} role="status">
        {status}
      </p>
    </>
  );
}
