import type { ComponentType } from 'preact';
import type { HistoryEntry } from '#shared/history/entry.ts';
import { historyWords } from '#shared/i18n/en/history.ts';
import { panelWords } from '#shared/i18n/en/panel.ts';
import { presetWords } from '#shared/i18n/en/presets.ts';
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
import { openPage, panelPath } from '../../platform/views/open-page.ts';
import { sidesOf } from './comparing/sides.ts';
import styles from './entry-details.module.css';
import { ShareMenu } from './share-menu.tsx';
import { useEntryActs } from './use-entry-acts.ts';

const words = historyWords.details;

type Action = { label: string; icon: ComponentType; kind?: 'primary' | 'quiet' | 'danger'; act(): void };

type EntryActionsProps = { entry: HistoryEntry; services: Services; onDelete(): void; onCompare(): void };

/** What can be done with a picture; the line below says what came of it. */
export function EntryActions({ entry, services, onDelete, onCompare }: EntryActionsProps) {
  const acts = useEntryActs(entry, services);
  const compare: Action = { label: historyWords.select.compare, icon: CompareIcon, act: onCompare };
  const ofResult: Action[] = [
    { label: words.download, icon: DownloadIcon, kind: 'primary', act: () => acts.download('noted') },
    ...(sidesOf([entry]) ? [compare] : []),
    { label: words.clean, icon: PlainFileIcon, act: () => acts.download('clean') },
    { label: words.copy, icon: CopyIcon, act: acts.copy },
    { label: panelWords.result.send, icon: SendIcon, act: acts.send },
    { label: presetWords.keep, icon: SavePresetIcon, act: acts.keep },
  ];
  const ofEntry: Action[] = [
    { label: words.reuse, icon: PromptIcon, act: () => void openPage(`${panelPath}?tab#job=${entry.id}`) },
    { label: words.copyRecipe, icon: CopyIcon, act: acts.copyRecipe },
    { label: words.delete, icon: TrashIcon, kind: 'danger', act: onDelete },
  ];
  return (
    <>
      <div class={styles.actions}>
        {entry.state === 'done' && (
          <>
            <Actions actions={ofResult} />
            <ShareMenu services={services} withJob={acts.withJob} onBegin={acts.setStatus} />
          </>
        )}
        <Actions actions={ofEntry} />
      </div>
      <p class={text.quiet} role="status">
        {acts.status}
      </p>
    </>
  );
}

function Actions({ actions }: { actions: readonly Action[] }) {
  return actions.map(({ label, icon: Icon, kind = 'quiet', act }) => (
    <Button key={label} kind={kind} onClick={act}>
      <Icon />
      {label}
    </Button>
  ));
}
