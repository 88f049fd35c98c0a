import { useRef } from 'preact/hooks';
import type { ErrorAction } from '#shared/i18n/en/errors.ts';
import { popupWords } from '#shared/i18n/en/popup.ts';
import { errorDetails } from '#shared/i18n/error-words.ts';
import { systemIds } from '#shared/platform.ts';
import { builtInPresets } from '#shared/presets/built-in.ts';
import { QuickPromptPanel } from '#shared/ui/panel/quick-prompt-panel.tsx';
import type { Services } from '../../platform/services.ts';
import { allowing } from '../../platform/views/allow-host.ts';
import { openPage, panelPath, settingsPath } from '../../platform/views/open-page.ts';
import { panelPlace } from '../../platform/views/panel-place.ts';
import { ConnectFirst } from './connect-first.tsx';
import { OnThisPage } from './on-this-page.tsx';
import { PageBar } from './page-bar.tsx';
import { PanelHeader } from './panel-header.tsx';
import styles from './panel-screen.module.css';
import { RecentJob } from './recent-job.tsx';
import { usePanel } from './use-panel.ts';
import { useShown } from './use-shown.ts';

const place = panelPlace(location);

const openSettings = () => void openPage(settingsPath);
const copy = (text: string) => void navigator.clipboard.writeText(text);

type Help = { chooseFile: () => void; run: () => void; host: string | undefined };

/** The one thing that helps with what the panel says, as the error's words promise it. */
function help(action: ErrorAction, { chooseFile, run, host }: Help): void {
  // Nothing may come before the request: after any wait the browser no longer sees a click.
  if (action === 'allow-host' && host) void allowing(host, async () => {});
  else if (action === 'open-settings') openSettings();
  else if (action === 'retry' || action === 'look-again') run();
  else chooseFile();
}

/** The quick-prompt panel with the newest jobs below: in the popup, beside the page, and in a tab. */
export function PanelScreen({ services }: { services: Services }) {
  const { isUnconnected, connections, recent, panel } = usePanel(services);
  const shown = useShown(place);
  const fileInput = useRef<HTMLInputElement>(null);
  // A popup closes when a file dialog opens, so there the button opens the same panel in a tab.
  const chooseFile = () =>
    place === 'popup' ? void openPage(`${panelPath}?tab`) : fileInput.current?.click();
  return (
    <main class={styles.screen} data-place={place}>
      <PanelHeader onSettings={openSettings} />
      <PageBar place={place} onAddress={panel.onAddress} />
      {isUnconnected && <ConnectFirst onConnect={openSettings} />}
      <QuickPromptPanel
        {...panel}
        presets={builtInPresets}
        pictureUrl={(preset) => (preset.picture ? `/presets/${preset.picture}` : null)}
        newSeed={() => systemIds.seed()}
        onCopySeed={(seed) => copy(String(seed))}
        onChooseFile={chooseFile}
        onAction={(action) => help(action, { chooseFile, run: panel.onRun, host: panel.problem?.error.host })}
        onCopyDetails={(error) => copy(errorDetails(error))}
      />
      <input
        ref={fileInput}
        type="file"
        accept="image/*"
        hidden
        onChange={(event) => panel.onFiles([...(event.currentTarget.files ?? [])])}
      />
      <OnThisPage jobs={recent.jobs} on={shown} />
      <section class={styles.jobs} aria-label={popupWords.recent}>
        {recent.jobs.map((job) => (
          <RecentJob
            key={job.id}
            job={job}
            services={services}
            connections={connections}
            onDismissed={recent.refresh}
            shown={shown}
          />
        ))}
      </section>
    </main>
  );
}
