import { useEffect, useRef, useState } from 'preact/hooks';
import type { Connection } from '#shared/connection/connection.ts';
import { type ErrorData, toErrorData } from '#shared/errors/app-error.ts';
import { popupWords } from '#shared/i18n/en/popup.ts';
import { errorDetails, errorWords } from '#shared/i18n/error-words.ts';
import { systemIds } from '#shared/platform.ts';
import { builtInPresets } from '#shared/presets/built-in.ts';
import { QuickPromptPanel } from '#shared/ui/panel/quick-prompt-panel.tsx';
import { ask } from '../../messaging.ts';
import { loadConnection } from '../../platform/connection-store.ts';
import type { Services } from '../../platform/services.ts';
import { openPage, panelPath, settingsPath } from '../../platform/views/open-page.ts';
import { ConnectFirst } from './connect-first.tsx';
import styles from './panel-screen.module.css';
import { RecentJob } from './recent-jobs.tsx';
import { runOffer } from './run-offer.ts';
import { useDraft } from './use-draft.ts';
import { usePicture } from './use-picture.ts';
import { useRecentJobs } from './use-recent-jobs.ts';

/** A popup closes when a file dialog opens, so there its button opens the same panel in a tab. */
const isInTab = new URLSearchParams(location.search).has('tab');

/** The quick-prompt panel with the newest jobs below: the popup, and the same page in a tab. */
export function PanelScreen({ services }: { services: Services }) {
  const [connection, setConnection] = useState<Connection | null | undefined>(undefined);
  const [refusal, setRefusal] = useState<ErrorData | null>(null);
  const [busy, setBusy] = useState(false);
  const fileInput = useRef<HTMLInputElement>(null);
  const { picture, source, problem, ...receiver } = usePicture(services);
  const [draft, setDraft] = useDraft(services);
  const jobs = useRecentJobs(services);
  const offer = runOffer(connection ?? null, jobs);
  const error = problem ?? refusal;
  useEffect(() => void loadConnection().then(setConnection), []);

  const chooseFile = () => (isInTab ? fileInput.current?.click() : void openPage(`${panelPath}?tab`));
  const run = async () => {
    if (!source) return;
    setBusy(true);
    setRefusal(null);
    await ask('jobs.start', { ...source, ...draft }).catch((failure) => setRefusal(toErrorData(failure)));
    setBusy(false);
  };

  return (
    <main class={styles.screen} data-tab={isInTab}>
      {connection === null && (
        <div class={styles.notice}>
          <ConnectFirst onConnect={() => void openPage(settingsPath)} />
        </div>
      )}
      <QuickPromptPanel
        {...receiver}
        {...offer}
        picture={picture}
        presets={builtInPresets}
        pictureUrl={(preset) => (preset.picture ? `/presets/${preset.picture}` : null)}
        draft={draft}
        busy={busy}
        problem={error && { error, words: errorWords(error) }}
        newSeed={() => systemIds.seed()}
        onCopySeed={(seed) => void navigator.clipboard.writeText(String(seed))}
        onChange={setDraft}
        onRun={() => void run()}
        onChooseFile={chooseFile}
        onAction={chooseFile}
        onCopyDetails={(data) => void navigator.clipboard.writeText(errorDetails(data))}
      />
      <input
        ref={fileInput}
        type="file"
        accept="image/*"
        hidden
        onChange={(event) => receiver.onFiles([...(event.currentTarget.files ?? [])])}
      />
      <section class={styles.jobs} aria-label={popupWords.recent}>
        {jobs.map((job) => (
          <RecentJob key={job.id} job={job} services={services} />
        ))}
      </section>
    </main>
  );
}
