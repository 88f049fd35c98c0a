import { useState } from 'preact/hooks';
import { figmaWords } from '#shared/i18n/en/figma.ts';
import { figmaHandoffWords } from '#shared/i18n/en/handoff.ts';
import { systemIds } from '#shared/platform.ts';
import { CampaignTable } from '../campaign/campaign-table.tsx';
import { isOnDevice } from '../connection/plugin-connection.ts';
import { draftOfRecipe } from '../handoff/handed-recipe.ts';
import { HandoffPart, type News } from '../handoff/handoff-part.tsx';
import { HeldLine } from '../jobs/held-line.tsx';
import { JobList } from '../jobs/job-list.tsx';
import { isSample } from '../jobs/layer-job.ts';
import { DropArea } from '../layers/drop-area.tsx';
import { SelectionList } from '../layers/selection-list.tsx';
import { sentSize } from '../layers/sent-size.ts';
import { type LookDraft, strengthRangeOf, withoutPreset } from '../look/look-draft.ts';
import { LookFields } from '../look/look-fields.tsx';
import { draftOf, readMadeWith } from '../look/made-with.ts';
import { ExactParts } from '../placing/exact-parts.tsx';
import { WayChooser } from '../placing/way-chooser.tsx';
import { useStore } from '../platform/store.ts';
import { SamplesLine } from '../sample-looks/samples-line.tsx';
import type { Session } from '../session.ts';
import { BatchProblem } from './batch-problem.tsx';
import { fileHandlers } from './file-handlers.ts';
import { jobHandlers } from './job-handlers.ts';
import styles from './restyle-screen.module.css';
import { RunBar } from './run-bar.tsx';
import { estimateWords, priceOf, runLabel } from './run-words.ts';
import { useLaunch } from './use-launch.ts';
import { usePress } from './use-press.ts';
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

type PartProps = RestyleScreenProps & { press: ReturnType<typeof usePress> };

function Fields({ session, draft, onDraft, onSettings, press }: PartProps) {
  const credentials = useStore(session.credentials);
  const { selection, way, isTiled, presets, imported, batch, exact, campaign, repeated, again } = press;
  const connection = credentials?.connection ?? null;
  const isSampling = credentials !== null && isOnDevice(credentials);
  const [news, setNews] = useState<News | null>(null);
  const files = fileHandlers(session, {
    attempt: batch.attempt,
    onTaken({ nodeId, recipe }) {
      if (!recipe) return;
      // A file of presets that came along is known to the shelf already.
      onDraft(draftOfRecipe(recipe, draft, [...presets, ...session.presets.presets.get()]));
      setNews({ text: figmaHandoffWords.taken, of: nodeId });
    },
  });
  return (
    <div class={styles.fields}>
      <DropArea onFiles={files.onFiles} />
      {isSampling && <SamplesLine onConnect={onSettings} />}
      <SelectionList
        selection={selection}
        previewLayer={session.previewLayer}
        isDrawnHere={isSampling}
        sentSize={(picture) => sentSize(picture, connection?.description ?? null)}
        onSettings={({ recipe }) => {
          const made = readMadeWith(recipe);
          if (made) onDraft(draftOf(made, draft, presets));
        }}
        onVary={(layer) => again([layer], true)}
        onRevert={({ nodeId }) => batch.attempt(() => session.revert(nodeId))}
      />
      <HandoffPart
        session={session}
        layers={press.sendable}
        look={{ draft, presets, onDraft }}
        news={news}
        onNews={setNews}
        attempt={batch.attempt}
      />
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
        onPresetFile={files.onPresetFile}
        onRemovePreset={(id) => {
          onDraft(withoutPreset(draft, id));
          files.onRemovePreset(id);
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
