import { panelWords } from '#shared/i18n/en/panel.ts';
import { webAppWords } from '#shared/i18n/en/web-app.ts';
import { errorDetails } from '#shared/i18n/error-words.ts';
import type { Job } from '#shared/jobs/job.ts';
import type { MenuItem } from '#shared/ui/controls/menu-keys.ts';
import { CopyIcon, PlainFileIcon, PromptIcon, RetryIcon, TrashIcon } from '#shared/ui/icons/icons.tsx';

const words = panelWords.jobs;

type MenuOfJob = {
  /** What another run of it costs, in words; `null` while unknown. */
  price: string | null;
  onVary(): void;
  onCleanCopy(): void;
  /** `null` where copying stands beside the menu. */
  onCopy: (() => void) | null;
  onStartOver(): void;
  onForget(): void;
};

/** What can be done with a job that has ended, beside what its card shows. */
export function menuOfJob({ stage }: Job, { price, onCopy, ...on }: MenuOfJob): MenuItem[] {
  const copyDetails = () =>
    void (stage.name === 'failed' && navigator.clipboard.writeText(errorDetails(stage.error)));
  return [
    ...(stage.name === 'done'
      ? [
          { label: words.vary, note: price, icon: RetryIcon, onSelect: on.onVary },
          ...(onCopy ? [{ label: words.copy, icon: CopyIcon, onSelect: onCopy }] : []),
          { label: words.clean, icon: PlainFileIcon, onSelect: on.onCleanCopy },
        ]
      : []),
    ...(stage.name === 'failed' ? [{ label: words.copyDetails, icon: CopyIcon, onSelect: copyDetails }] : []),
    { label: words.startOver, icon: PromptIcon, onSelect: on.onStartOver },
    { label: webAppWords.forget, icon: TrashIcon, isDanger: true, onSelect: on.onForget },
  ];
}
