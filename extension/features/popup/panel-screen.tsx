import { useRef } from 'preact/hooks';
import type { ErrorData } from '#shared/errors/app-error.ts';
import type { ErrorAction } from '#shared/i18n/error-text.ts';
import { errorDetails } from '#shared/i18n/error-words.ts';
import { systemIds } from '#shared/platform.ts';
import { QuickPromptPanel } from '#shared/ui/panel/quick-prompt-panel.tsx';
import { useReadPastPrompts } from '#shared/ui/prompt/use-read-past-prompts.ts';
import type { Services } from '../../platform/services.ts';
import { allowing } from '../../platform/views/allow-host.ts';
import {
  openAddress,
  openPage,
  panelPath,
  settingsPath,
  studioPath,
  welcomePath,
} from '../../platform/views/open-page.ts';
import { panelPlace } from '../../platform/views/panel-place.ts';
import { presetPictureUrl } from '../../platform/views/preset-picture.ts';
import { CompareOffer } from './compare-offer.tsx';
import { ConnectFirst } from './connect-first.tsx';
import { KeyNotice } from './key-notice.tsx';
import { OnThisPage } from './on-this-page.tsx';
import { PageBar } from './page-bar.tsx';
import { PanelHeader } from './panel-header.tsx';
import styles from './panel-screen.module.css';
import { RecentPictures } from './recent-pictures.tsx';
import { RestoreOffer } from './restore-offer.tsx';
import { SaveSettings } from './save-settings.tsx';
import { usePanel } from './use-panel.ts';
import { useShown } from './use-shown.ts';

const place = panelPlace(location);

const openSettings = () => void openPage(settingsPath);
const copy = (text: string) => void navigator.clipboard.writeText(text);

type Help = { chooseFile: () => void; run: () => void; error: ErrorData | undefined };

/** The one thing that helps with what the panel says, as the error's words promise it. */
function help(action: ErrorAction, { chooseFile, run, error }: Help): void {
  // Nothing may come before the request: after any wait the browser no longer sees a click.
  if (action === 'allow-host' && error?.host) void allowing(error.host, async () => {});
  else if (action === 'open-address' && error) openAddress(error);
  else if (action === 'open-settings') openSettings();
  else if (action === 'retry' || action === 'look-again') run();
  else chooseFile();
}

/** The quick-prompt panel with the newest jobs below: in the popup, beside the page, and in a tab. */
export function PanelScreen({ services }: { services: Services }) {
  const { isUnconnected, connections, recent, library, note, restore, panel, compare } = usePanel(services);
  const readPastPrompts = useReadPastPrompts(services);
  const shown = useShown(place);
  const fileInput = useRef<HTMLInputElement>(null);
  // A popup closes when a file dialog opens, so there the button opens the same panel in a tab.
  const chooseFile = () =>
    place === 'popup' ? void openPage(`${panelPath}?tab`) : fileInput.current?.click();
  return (
    <main class={styles.screen} data-place={place}>
      <PanelHeader
        hasRecent={recent.jobs.length > 0}
        onStudio={() => void openPage(studioPath)}
        onSettings={openSettings}
      />
      <PageBar place={place} onAddress={(address) => panel.onAddress?.(address)} />
      {isUnconnected && <ConnectFirst onConnect={() => void openPage(welcomePath)} />}
      <KeyNotice connection={connections[0]} onRenew={openSettings} />
      <QuickPromptPanel
        {...panel}
        pictureOffer={note && <RestoreOffer note={note} onRestore={() => restore(note)} />}
        presets={library.shown}
        pastPrompts={readPastPrompts}
        keeping={
          <SaveSettings draft={panel.draft} library={library} services={services} onChange={panel.onChange} />
        }
        pictureUrl={presetPictureUrl}
        newSeed={() => systemIds.seed()}
        onCopySeed={(seed) => copy(String(seed))}
        onChooseFile={chooseFile}
        onAction={(action) =>
          help(action, { chooseFile, run: () => panel.onRun(false), error: panel.problem?.error })
        }
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
      <CompareOffer {...compare} connections={connections} jobs={recent.jobs} />
      <RecentPictures
        recent={recent}
        services={services}
        connections={connections}
        price={panel.price}
        shown={shown}
      />
    </main>
  );
}
