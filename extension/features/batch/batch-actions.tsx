import { batchWords } from '#shared/i18n/en/batch.ts';
import type { BatchSummary } from '#shared/jobs/batch/batch-summary.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { Disclosure } from '#shared/ui/controls/disclosure.tsx';
import { TextInput } from '#shared/ui/controls/text-input.tsx';
import { Notice } from '#shared/ui/feedback/notice.tsx';
import { ProgressBar } from '#shared/ui/feedback/progress-bar.tsx';
import { DownloadIcon, RetryIcon } from '#shared/ui/icons/icons.tsx';
import { ask } from '../../messaging.ts';
import { useZip } from '../../platform/views/use-zip.ts';
import styles from './batch-actions.module.css';
import type { ContentsProps } from './batch-props.ts';
import { namedResults } from './named-results.ts';

const words = batchWords.action;

type BatchActionsProps = ContentsProps & { summary: BatchSummary };

/** What can be done with a whole batch in its state. Keeping the results leads once there is nothing left to wait for. */
export function BatchActions(props: BatchActionsProps) {
  const { batch, summary } = props;
  const { counts } = summary;
  const batchId = batch.id;
  const hasEnded = batch.endedAtMs !== null;
  const zip = useZip(props.services);
  const saveZip = () => {
    const name = words.zipName(new Date(batch.createdAtMs).toISOString().slice(0, 10));
    void zip.save(name, namedResults({ ...props, nameTemplate: props.settings.nameTemplate }));
  };
  return (
    <div class={styles.rows}>
      <div class={styles.row}>
        {!hasEnded && <GoingActions batch={batch} />}
        {counts.done > 0 && (
          <Button kind={hasEnded ? 'primary' : 'quiet'} busy={zip.packing !== null} onClick={saveZip}>
            <DownloadIcon />
            {words.download(counts.done)}
          </Button>
        )}
        {counts.failed > 0 && (
          <Button onClick={() => void ask('batch.retryFailed', { batchId })}>
            <RetryIcon />
            {words.retryFailed(counts.failed)}
          </Button>
        )}
        {hasEnded && <Button onClick={() => props.onRemove(batch)}>{words.remove}</Button>}
      </div>
      <Packing {...zip} />
      {counts.done > 0 && <ZipNames {...props} />}
    </div>
  );
}

function GoingActions({ batch }: Pick<ContentsProps, 'batch'>) {
  const batchId = batch.id;
  return (
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
  );
}

function Packing({ packing, savedAs, problem }: ReturnType<typeof useZip>) {
  if (problem) return <Notice tone="error">{problem}</Notice>;
  if (savedAs) return <Notice tone="success">{words.saved(savedAs)}</Notice>;
  if (!packing) return null;
  const sentence = words.saving(packing.done + 1, packing.total);
  return (
    <div>
      <p role="status">{sentence}</p>
      <ProgressBar words={sentence} ratio={packing.done / packing.total} />
    </div>
  );
}

function ZipNames({ batch, items, settings }: ContentsProps) {
  const { nameTemplate } = settings;
  const example = namedResults({ batch, items, nameTemplate })[0]?.path ?? '';
  return (
    <Disclosure label={words.names} summary={nameTemplate}>
      <TextInput
        label={words.names}
        hint={`${words.namesHint} ${words.namesExample(example)}`}
        value={nameTemplate}
        onValue={(typed) => settings.change({ nameTemplate: typed })}
      />
    </Disclosure>
  );
}
