import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Connection } from '#shared/connection/connection.ts';
import type { EngineId } from '#shared/engines/engine.ts';
import { type ErrorData, toErrorData } from '#shared/errors/app-error.ts';
import { errorWords } from '#shared/i18n/error-words.ts';
import { findIn } from '#shared/presets/preset-library.ts';
import { templateFor } from '#shared/presets/prompt.ts';
import { runBlockedBy } from '#shared/ui/panel/draft.ts';
import { runOffer } from '#shared/ui/panel/run-offer.ts';
import { type EarlierPorts, useEarlier } from '#shared/ui/panel/use-earlier.ts';
import { usePicture } from '#shared/ui/pictures/use-picture.ts';
import { ask, onJobChanged, type Question } from '../../messaging.ts';
import { loadConnections } from '../../platform/connection-store.ts';
import { rememberFills } from '../../platform/prompt-fills.ts';
import type { Services } from '../../platform/services.ts';
import { historyPath, openPage } from '../../platform/views/open-page.ts';
import { usePresets } from '../../platform/views/use-presets.ts';
import { wantsCrop } from './job-in-address.ts';
import { pictureShelfOf } from './picture-shelf.ts';
import { useDraft } from './use-draft.ts';
import { useRecentJobs } from './use-recent-jobs.ts';

const earlierPorts: EarlierPorts = {
  onJobChanged,
  show: (entryId) => void openPage(`${historyPath}&entry=${entryId}`),
};

type RestyleRequest = Question<'jobs.start'>;

/** All that the panel shows and does, less how it looks. */
export function usePanel(services: Services) {
  const shelf = useMemo(() => pictureShelfOf(services), [services]);
  const [connections, setConnections] = useState<readonly Connection[] | null>(null);
  const [refusal, setRefusal] = useState<ErrorData | null>(null);
  const [busy, setBusy] = useState(false);
  const library = usePresets(services);
  const { draft, change, restore } = useDraft(services, library);
  const { picture, source, note, problem, ...receiver } = usePicture(shelf, {
    onRecipe: restore,
    startsCropping: wantsCrop(),
  });
  const recent = useRecentJobs(services);
  const preset = findIn(library, draft.presetId);
  useEffect(() => void loadConnections().then(setConnections), []);

  const start = async (asking: (request: RestyleRequest) => Promise<unknown>, again = false) => {
    if (!source) return;
    setBusy(true);
    setRefusal(null);
    void rememberFills(draft.fills ?? {}, [templateFor(preset, draft.prompt)]);
    await asking({ ...source, ...draft, again }).catch((error) => setRefusal(toErrorData(error)));
    setBusy(false);
  };
  const run = (again: boolean) => start((request) => ask('jobs.start', request), again);
  const compare = (engines: readonly EngineId[]) =>
    start((request) => ask('jobs.compare', { request, engines }));

  const error = problem ?? refusal;
  const connection = connections?.[0] ?? null;
  const offer = runOffer(connection, recent.jobs, draft.gpu ?? null);
  const earlier = useEarlier({ source, draft, connection }, services, earlierPorts);
  return {
    isUnconnected: connections?.length === 0,
    connections: connections ?? [],
    recent,
    library,
    compare: {
      blockedBy: runBlockedBy(picture !== null, draft, busy, preset),
      onCompare: (engines: readonly EngineId[]) => void compare(engines),
    },
    note,
    restore,
    panel: {
      ...receiver,
      ...offer,
      picture,
      draft,
      preset,
      busy,
      problem: error && { error, words: errorWords(error) },
      earlier,
      onChange: change,
      onRun: (again: boolean) => void run(again),
    },
  };
}
