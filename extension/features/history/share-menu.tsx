import { useMemo } from 'preact/hooks';
import type { FileKind } from '#shared/history/result-file.ts';
import { historyWords } from '#shared/i18n/en/history.ts';
import { sharingWords as words } from '#shared/i18n/en/sharing.ts';
import type { Job } from '#shared/jobs/job.ts';
import { Menu, type MenuItem } from '#shared/ui/controls/menu.tsx';
import { LinkIcon, PlainFileIcon, ShareIcon } from '#shared/ui/icons/icons.tsx';
import { canShareFiles } from '#shared/web/share-files.ts';
import type { Services } from '../../platform/services.ts';
import { copyLink } from '../../platform/views/copy-link.ts';
import { createSharer } from '../../platform/views/share-results.ts';

type ShareMenuProps = {
  services: Services;
  /** Does it with the entry's job and says what came of it. */
  withJob(act: (job: Job) => Promise<string>): Promise<void>;
  /** What is being done meanwhile. */
  onBegin(words: string): void;
};

/** Ways for a result to go on to others: as a file where the device hands files on, and as a link. */
export function ShareMenu({ services, withJob, onBegin }: ShareMenuProps) {
  const share = useMemo(() => createSharer(services), [services]);
  const shareAs = (kind: FileKind) => () => {
    const act = (job: Job) => share([job], kind).catch(() => words.refused);
    void withJob(async (job) => (await act(job)) ?? historyWords.details.cleanHint);
  };
  const link = () => {
    onBegin(words.looking);
    void withJob((job) => copyLink(job, services));
  };
  const files: MenuItem[] = [
    { label: words.share, icon: ShareIcon, onSelect: shareAs('noted') },
    { label: words.shareClean, icon: PlainFileIcon, onSelect: shareAs('clean') },
  ];
  const items = [...(canShareFiles() ? files : []), { label: words.link, icon: LinkIcon, onSelect: link }];
  return <Menu label={words.menu} icon={ShareIcon} items={items} isWorded />;
}
