import { useEffect } from 'preact/hooks';
import { figmaWords } from '#shared/i18n/en/figma.ts';
import { systemIds } from '#shared/platform.ts';
import { ErrorNotice } from '../feedback/error-notice.tsx';
import { JobList } from '../jobs/job-list.tsx';
import { SelectionList } from '../layers/selection-list.tsx';
import { type LookDraft, strengthRangeOf } from '../look/look-draft.ts';
import { LookFields } from '../look/look-fields.tsx';
import { useStore } from '../platform/store.ts';
import type { Session } from '../session.ts';
import { jobHandlers } from './job-handlers.ts';
import styles from './restyle-screen.module.css';
import { RunBar } from './run-bar.tsx';
import { estimateWords, runBlockedBy } from './run-words.ts';
import { useBatch } from './use-batch.ts';

type RestyleScreenProps = {
  session: Session;
  draft: LookDraft;
  onDraft(draft: LookDraft): void;
  onSettings(): void;
};

/** Layers, a look, one button; below it what became of them. Ctrl or Cmd with Enter runs. */
export function RestyleScreen({ session, draft, onDraft, onSettings }: RestyleScreenProps) {
  const selection = useStore(session.selection);
  const credentials = useStore(session.credentials);
  const rows = useStore(session.jobs.rows);
  const batch = useBatch(session);
  const route = credentials?.route ?? null;
  const sendable = selection.layers.filter(({ problem }) => problem === null);
  const blockedBy = runBlockedBy(selection, draft);
  const run = () => {
    if (!blockedBy && !batch.isChecking) void batch.start(sendable, draft);
  };
  useShortcut(run);
  return (
    <main class={styles.screen}>
      <div class={styles.fields}>
        <SelectionList selection={selection} drawThumbnail={session.drawThumbnail} />
        <h2 class={styles.unseen}>{figmaWords.look.heading}</h2>
        <LookFields
          draft={draft}
          range={strengthRangeOf(credentials?.connection ?? null)}
          newSeed={systemIds.seed}
          onChange={onDraft}
        />
      </div>
      <div class={styles.foot}>
        <JobList
          {...jobHandlers(session, onSettings)}
          rows={rows}
          route={route}
          elsewhereCount={session.journal.elsewhereCount()}
        />
        {batch.problem && (
          <div class={styles.problem}>
            <ErrorNotice
              error={batch.problem}
              place={{ route }}
              onAction={(action) => (action === 'retry' ? run() : onSettings())}
              otherWay={{ label: figmaWords.run.otherRoute, take: onSettings }}
            />
          </div>
        )}
        <RunBar
          count={sendable.length}
          isChecking={batch.isChecking}
          blockedBy={blockedBy}
          estimate={estimateWords(session.journal.past(), credentials)}
          onRun={run}
          onSettings={onSettings}
        />
      </div>
    </main>
  );
}

function useShortcut(run: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat) return;
      event.preventDefault();
      run();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  });
}
