import { figmaWords } from '#shared/i18n/en/figma.ts';
import { systemIds } from '#shared/platform.ts';
import type { Layer } from '../../bridge/layer.ts';
import { JobList } from '../jobs/job-list.tsx';
import { DropArea } from '../layers/drop-area.tsx';
import { SelectionList } from '../layers/selection-list.tsx';
import { type LookDraft, looksOf, strengthRangeOf } from '../look/look-draft.ts';
import { LookFields } from '../look/look-fields.tsx';
import { draftOf, readMadeWith } from '../look/made-with.ts';
import { ExactParts } from '../placing/exact-parts.tsx';
import { useExactParts } from '../placing/use-exact-parts.ts';
import { WayChooser } from '../placing/way-chooser.tsx';
import { useStore } from '../platform/store.ts';
import type { Session } from '../session.ts';
import { BatchProblem } from './batch-problem.tsx';
import { jobHandlers } from './job-handlers.ts';
import { ordersAgain, ordersFor } from './orders.ts';
import styles from './restyle-screen.module.css';
import { RunBar } from './run-bar.tsx';
import { estimateWords, runBlockedBy, runLabel } from './run-words.ts';
import { useBatch } from './use-batch.ts';
import { useLaunch } from './use-launch.ts';
import { useShortcut } from './use-shortcut.ts';

type RestyleScreenProps = {
  session: Session;
  draft: LookDraft;
  onDraft(draft: LookDraft): void;
  onSettings(): void;
};

/** Layers, a look, where it goes, one button; below it what became of them. */
export function RestyleScreen({ session, onDraft, onSettings, ...shown }: RestyleScreenProps) {
  const otherPresets = useStore(session.browserPresets);
  const draft = { ...shown.draft, otherPresets };
  const selection = useStore(session.selection);
  const credentials = useStore(session.credentials);
  const way = useStore(session.way);
  const rows = useStore(session.jobs.rows);
  const batch = useBatch(session);
  const sendable = selection.layers.filter(({ problem }) => problem === null);
  const exact = useExactParts(way === 'fill' ? [] : sendable, session.listParts);
  const blockedBy = runBlockedBy(selection, draft);
  const isGrid = way === 'grid';
  const pictures = sendable.length * looksOf(draft, isGrid).length;
  const runWith = (look: LookDraft) =>
    void batch.start((connection) =>
      ordersFor(sendable, { draft: look, way, exactIds: exact.exactIds, connection }),
    );
  const run = () => {
    if (!blockedBy && !batch.isChecking) runWith(draft);
  };
  const again = (layers: readonly Layer[], vary: boolean) =>
    void batch.start((connection) => ordersAgain(layers, connection, vary));
  useShortcut(run);
  useLaunch(session, { draft, onDraft, runWith, again });
  return (
    <main class={styles.screen}>
      <DropArea onFiles={(files) => batch.attempt(() => session.addPictures(files))} />
      <div class={styles.fields}>
        <SelectionList
          selection={selection}
          drawThumbnail={session.drawThumbnail}
          onSettings={({ recipe }) => {
            const made = readMadeWith(recipe);
            if (made) onDraft(draftOf(made, draft));
          }}
          onVary={(layer) => again([layer], true)}
          onRevert={({ nodeId }) => batch.attempt(() => session.revert(nodeId))}
        />
        <h2 class={styles.unseen}>{figmaWords.look.heading}</h2>
        <LookFields
          key={draft.seed === null ? 'fresh' : 'kept'}
          draft={draft}
          isGrid={isGrid}
          range={strengthRangeOf(credentials?.connection ?? null)}
          newSeed={systemIds.seed}
          onChange={onDraft}
        />
        <WayChooser way={way} onWay={session.way.set} />
        <ExactParts {...exact} />
      </div>
      <div class={styles.foot}>
        <JobList
          {...jobHandlers(session, onSettings)}
          rows={rows}
          route={credentials?.route ?? null}
          elsewhereCount={session.journal.elsewhereCount()}
        />
        {batch.problem && (
          <BatchProblem
            problem={batch.problem}
            route={credentials?.route ?? null}
            onRetry={run}
            onDismiss={batch.dismiss}
            onSettings={onSettings}
          />
        )}
        <RunBar
          label={runLabel(sendable.length, pictures, isGrid)}
          isChecking={batch.isChecking}
          blockedBy={blockedBy}
          estimate={estimateWords(session.journal.past(), credentials, pictures)}
          onRun={run}
          onSettings={onSettings}
        />
      </div>
    </main>
  );
}
