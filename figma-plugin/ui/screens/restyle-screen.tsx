import { figmaWords } from '#shared/i18n/en/figma.ts';
import { systemIds } from '#shared/platform.ts';
import { CampaignTable } from '../campaign/campaign-table.tsx';
import { HeldLine } from '../jobs/held-line.tsx';
import { JobList } from '../jobs/job-list.tsx';
import { isSample } from '../jobs/layer-job.ts';
import { type LookDraft, strengthRangeOf, withoutPreset } from '../look/look-draft.ts';
import { LookFields } from '../look/look-fields.tsx';
import { ExactParts } from '../placing/exact-parts.tsx';
import { WayChooser } from '../placing/way-chooser.tsx';
import { useStore } from '../platform/store.ts';
import type { Session } from '../session.ts';
import { BatchProblem } from './batch-problem.tsx';
import { presetFileHandlers } from './file-handlers.ts';
import { jobHandlers } from './job-handlers.ts';
import { LayersPart } from './layers-part.tsx';
import styles from './restyle-screen.module.css';
import { RunBar } from './run-bar.tsx';
import { estimateWords, priceOf, runLabel } from './run-words.ts';
import { useLaunch } from './use-launch.ts';
import { type Press, usePress } from './use-press.ts';
import { useShortcut } from './use-shortcut.ts';

type RestyleScreenProps = {
  session: Session;
  draft: LookDraft;
  onDraft(draft: LookDraft): void;
  onSettings(): void;
};

/** Layers, a look, where it goes, one button; below it what became of them. */
export function RestyleScreen(props: RestyleScreenProps) {
  const { session, draft, onDraft } = props;
  const press = usePress(session, draft);
  useShortcut(press.run);
  useLaunch(session, { draft, onDraft, runWith: press.runWith, again: press.again });
  return (
    <main class={styles.screen}>
      <Fields {...props} press={press} />
      <Foot {...props} press={press} />
    </main>
  );
}

type PartProps = RestyleScreenProps & { press: Press };

function Fields(props: PartProps) {
  const { session, draft, onDraft, press } = props;
  const connection = useStore(session.credentials)?.connection ?? null;
  const { way, isTiled, presets, imported, batch, exact, campaign, repeated } = press;
  const { onPresetFile, onRemovePreset } = presetFileHandlers(session, batch.attempt);
  return (
    <div class={styles.fields}>
      <LayersPart {...props} />
      <h2 class={styles.unseen}>{figmaWords.look.heading}</h2>
      <LookFields
        key={draft.seed === null ? 'fresh' : 'kept'}
        draft={draft}
        presets={presets}
        imported={imported}
        pictures={session.presetPictures}
        isGrid={way === 'grid'}
        range={strengthRangeOf(connection)}
        newSeed={systemIds.seed}
        onChange={onDraft}
        onPresetFile={onPresetFile}
        onRemovePreset={(id) => {
          onDraft(withoutPreset(draft, id));
          onRemovePreset(id);
        }}
      />
      <WayChooser way={way} isTiled={isTiled} onWay={session.way.set} onTiled={session.isTiled.set} />
      <CampaignTable campaign={campaign} repeated={repeated} />
      <ExactParts {...exact} />
    </div>
  );
}

function Foot({ session, onSettings, press }: PartProps) {
  const credentials = useStore(session.credentials);
  const rows = useStore(session.jobs.rows);
  const held = useStore(session.jobs.held);
  const { sendable, way, batch, pictures, blockedBy, run } = press;
  const team = useStore(session.team);
  return (
    <div class={styles.foot}>
      <HeldLine
        held={held}
        price={priceOf(session.journal.past(), team, held.rows.filter((row) => !isSample(row)).length)}
        onMake={() => session.jobs.makeHeld()}
        onLeave={() => void session.jobs.leaveHeld()}
      />
      <JobList
        {...jobHandlers(session, onSettings)}
        rows={rows}
        route={team?.route ?? null}
        elsewhereCount={session.jobs.elsewhereCount()}
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
        label={runLabel(sendable.length, pictures, way === 'grid')}
        isChecking={batch.isChecking}
        blockedBy={blockedBy}
        estimate={estimateWords(session.journal.past(), credentials, pictures)}
        onRun={run}
        onSettings={onSettings}
      />
    </div>
  );
}
