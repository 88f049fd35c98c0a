import { batchWords } from '#shared/i18n/en/batch.ts';
import type { BatchSummary } from '#shared/jobs/batch/batch-summary.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { Disclosure } from '#shared/ui/controls/disclosure.tsx';
import { TextInput } from '#shared/ui/controls/text-input.tsx';
import { Notice } from '#shared/ui/feedback/notice.tsx';
import { ProgressBar } from '#shared/ui/feedback/progress-bar.tsx';
import { DownloadIcon, RetryIcon } from '#shared/ui/icons/icons.tsx';
import { ask } from '../../messaging.ts';
import styles from './batch-actions.module.css';
import type { ContentsProps } from './batch-contents.tsx';
import { useZip } from './use-zip.ts';
import { namedResults } from './zip-of-batch.ts';

const words = batchWords.action;

type BatchActionsProps = ContentsProps & { summary: BatchSummary };

/** What can be done with a whole batch in its state. */
export function BatchActions(props: BatchActionsProps) {
  const { batch, summary } = props;
  const { counts } = summary;
  const batchId = batch.id;
  const hasEnded = batch.endedAtMs !== null;
  return (
    <div class={styles.rows}>
      <div class={styles.row}>
        {!hasEnded && (
          <>
            {batch.isPaused ? (
              <Button onClick={() => void ask('batch.resume', { batchId })}>{words.resume}</Button>
            ) : (
              <Button onClick={() => void ask('batch.pause', { batchId })}>{words.pause}</Button>
            )}
            <Button kind="danger" onClick={() => void ask('batch.cancelAll', { batchId })}>
              {words.cancelAll}
            </Button>
          </>
        )}
        {counts.failed > 0 && (
          <Button onClick={() => void ask('batch.retryFailed', { batchId })}>
            <RetryIcon />
            {words.retryFailed(counts.failed)}
          </Button>
        )}
        {hasEnded && <Button onClick={() => void ask('batch.remove', { batchId })}>{words.remove}</Button>}
      </div>
      {counts.done > 0 && <Download {...props} />}
    </div>
  );
}

function Download(props: BatchActionsProps) {
  const { settings, summary } = props;
  const { packing, savedAs, problem, save } = useZip(props);
  const firstName = namedResults({ ...props, nameTemplate: settings.nameTemplate })[0]?.path ?? '';
  return (
    <div class={styles.download}>
      <Button kind="primary" busy={packing !== null} onClick={save}>
        <DownloadIcon />
        {words.download(summary.counts.done)}
      </Button>
      <Disclosure label={words.names} summary={settings.nameTemplate}>
        <TextInput
          label={words.names}
          hint={`${words.namesHint} ${words.namesExample(firstName)}`}
          value={settings.nameTemplate}
          onValue={(nameTemplate) => settings.change({ nameTemplate })}
        />
      </Disclosure>
      {packing && (
        <div>
          <p role="status">{words.saving(packing.done + 1, packing.total)}</p>
          <ProgressBar
            words={words.saving(packing.done + 1, packing.total)}
            ratio={packing.done / packing.total}
          />
        </div>
      )}
      {savedAs && <Notice tone="success">{words.saved(savedAs)}</Notice>}
      {problem && <Notice tone="error">{problem}</Notice>}
    </div>
  );
}
