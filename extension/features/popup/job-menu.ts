import { panelWords } from '#shared/i18n/en/panel.ts';
import { popupWords } from '#shared/i18n/en/popup.ts';
import { presetWords } from '#shared/i18n/en/presets.ts';
import { sharingWords } from '#shared/i18n/en/sharing.ts';
import { errorDetails, errorWords } from '#shared/i18n/error-words.ts';
import type { Job } from '#shared/jobs/job.ts';
import { noSource } from '#shared/jobs/job-request.ts';
import type { MenuItem } from '#shared/ui/controls/menu-keys.ts';
import {
  BatchIcon,
  CloseIcon,
  CopyIcon,
  HistoryIcon,
  LinkIcon,
  PictureIcon,
  PlainFileIcon,
  PromptIcon,
  RetryIcon,
  SavePresetIcon,
  SendIcon,
  ShareIcon,
} from '#shared/ui/icons/icons.tsx';
import { ask } from '../../messaging.ts';
import { openPage, panelPath } from '../../platform/views/open-page.ts';
import { helpJob } from './help-job.ts';

const words = panelWords.jobs;

type MenuOfJob = {
  /** What another run of it costs, in words; `null` while unknown. */
  price: string | null;
  onCleanCopy(): void;
  onOpen(): void;
  onToBatch(): void;
  onSend(): void;
  /** Hands the file to other apps; `null` where the device has no way to. */
  onShare: (() => void) | null;
  /** Copies the result's address at the team's storage; `null` where it has none. */
  onLink: (() => void) | null;
  /** Makes a preset of it. */
  onKeep(): void;
  /** Lays it over its picture on the page; `null` where that cannot be done. */
  onShow: (() => void) | null;
  onDismiss(): void;
};

/** What can be done with a job that has ended, beside what its card shows. */
export function menuOfJob(job: Job, menu: MenuOfJob): MenuItem[] {
  const hasSource = job.recipe.sourceKey !== noSource;
  return [
    ...(job.stage.name === 'done' ? resultItems(job, menu, hasSource) : []),
    ...(job.stage.name === 'failed' ? errorItems(job, menu) : []),
    ...(hasSource
      ? [
          {
            label: words.startOver,
            icon: PromptIcon,
            onSelect: () => void openPage(`${panelPath}?tab#job=${job.id}`),
          },
        ]
      : []),
    { label: words.dismiss, icon: CloseIcon, onSelect: menu.onDismiss },
  ];
}

function resultItems(
  { id }: Job,
  { price, onShow, onShare, onLink, ...on }: MenuOfJob,
  hasSource: boolean,
): MenuItem[] {
  const vary = () => void ask('jobs.vary', { jobId: id });
  return [
    ...(onShow ? [{ label: popupWords.showOnPage, icon: PictureIcon, onSelect: onShow }] : []),
    ...(hasSource ? [{ label: words.vary, note: price, icon: RetryIcon, onSelect: vary }] : []),
    ...(onShare ? [{ label: sharingWords.share, icon: ShareIcon, onSelect: onShare }] : []),
    ...(onLink ? [{ label: sharingWords.link, icon: LinkIcon, onSelect: onLink }] : []),
    { label: words.clean, icon: PlainFileIcon, onSelect: on.onCleanCopy },
    { label: panelWords.result.send, icon: SendIcon, onSelect: on.onSend },
    { label: words.toBatch, icon: BatchIcon, onSelect: on.onToBatch },
    { label: presetWords.keep, icon: SavePresetIcon, onSelect: on.onKeep },
    { label: words.inHistory, icon: HistoryIcon, onSelect: on.onOpen },
  ];
}

function errorItems(job: Job, { onDismiss }: MenuOfJob): MenuItem[] {
  if (job.stage.name !== 'failed') return [];
  const { error } = job.stage;
  const { other } = errorWords(error, job.recipe);
  const copy = () => void navigator.clipboard.writeText(errorDetails(error));
  return [
    ...(other ? [{ label: other.button, onSelect: () => helpJob(job, other.action, onDismiss) }] : []),
    { label: words.copyDetails, icon: CopyIcon, onSelect: copy },
  ];
}
