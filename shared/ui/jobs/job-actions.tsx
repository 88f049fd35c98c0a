import type { ComponentChildren, ComponentType } from 'preact';
import { panelWords } from '#shared/i18n/en/panel.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { Menu, type MenuItem } from '#shared/ui/controls/menu.tsx';
import { CompareIcon, CopyIcon, DownloadIcon, ShareIcon } from '#shared/ui/icons/icons.tsx';
import type { JobHandlers, JobView } from '#shared/ui/jobs/job-view.ts';
import styles from './job-actions.module.css';

const words = panelWords.jobs;

export type JobActionsProps = Pick<JobHandlers, 'onDownload' | 'onCopy' | 'onShare' | 'onHelp'> & {
  job: JobView;
  /** What is wanted now and then. */
  menu: readonly MenuItem[];
  isComparing: boolean;
  onCompare(isComparing: boolean): void;
};

/** What people want most of a job that has ended, in one row; the rest is in its menu. */
export function JobActions({ job, menu, ...on }: JobActionsProps) {
  return (
    <div class={styles.actions}>
      {job.state === 'done' ? (
        <ResultActions job={job} {...on} />
      ) : (
        <span class={styles.help}>
          <HelpingButton job={job} onHelp={on.onHelp} />
        </span>
      )}
      <span class={styles.last}>
        <Menu label={words.more(job.title)} items={menu} />
      </span>
    </div>
  );
}

function ResultActions({
  job,
  isComparing,
  onCompare,
  onDownload,
  onCopy,
  onShare,
}: Omit<JobActionsProps, 'menu' | 'onHelp'>) {
  return (
    <>
      <Action label={words.download} icon={DownloadIcon} isFirst onClick={onDownload} />
      {job.hasOriginal && (
        <Action
          label={words.compare}
          icon={CompareIcon}
          pressed={isComparing}
          onClick={() => onCompare(!isComparing)}
        />
      )}
      {onShare ? (
        <Action label={words.share} icon={ShareIcon} onClick={onShare} />
      ) : (
        <Action label={words.copy} icon={CopyIcon} onClick={onCopy} />
      )}
    </>
  );
}

type ActionProps = {
  label: string;
  icon: ComponentType;
  isFirst?: boolean;
  pressed?: boolean;
  onClick(): void;
};

/** An icon, with its word beside it where the card has room; the first keeps its word anywhere. */
function Action({ label, icon: Icon, isFirst, pressed, onClick }: ActionProps) {
  return (
    <button
      type="button"
      class={styles.action}
      data-first={isFirst}
      aria-pressed={pressed}
      title={label}
      onClick={onClick}
    >
      <Icon />
      <span class={styles.word}>{label}</span>
    </button>
  );
}

/** What is spent by a press stands on the button. */
function HelpingButton({ job, onHelp }: Pick<JobActionsProps, 'job' | 'onHelp'>) {
  const { error, priceAgain } = job;
  const isSpending = !error || error.action === 'retry';
  return (
    <Button onClick={onHelp}>
      {error?.button ?? words.retry}
      {isSpending && <Price>{priceAgain}</Price>}
    </Button>
  );
}

function Price({ children }: { children: ComponentChildren }) {
  return children && <span class={styles.price}>{children}</span>;
}
