import { useEffect, useState } from 'preact/hooks';
import type { Connection } from '#shared/connection/connection.ts';
import { type ErrorData, toErrorData } from '#shared/errors/app-error.ts';
import { errorWords } from '#shared/i18n/error-words.ts';
import { ask } from '../../messaging.ts';
import { loadConnections } from '../../platform/connection-store.ts';
import type { Services } from '../../platform/services.ts';
import { runOffer } from './run-offer.ts';
import { useDraft } from './use-draft.ts';
import { usePicture } from './use-picture.ts';
import { useRecentJobs } from './use-recent-jobs.ts';

/** All that the panel shows and does, less how it looks. */
export function usePanel(services: Services) {
  const [connections, setConnections] = useState<readonly Connection[] | null>(null);
  const [refusal, setRefusal] = useState<ErrorData | null>(null);
  const [busy, setBusy] = useState(false);
  const { picture, source, problem, ...receiver } = usePicture(services);
  const [draft, setDraft] = useDraft(services);
  const recent = useRecentJobs(services);
  useEffect(() => void loadConnections().then(setConnections), []);

  const run = async (again: boolean) => {
    if (!source) return;
    setBusy(true);
    setRefusal(null);
    await ask('jobs.start', { ...source, ...draft, again }).catch((error) => setRefusal(toErrorData(error)));
    setBusy(false);
  };

  const error = problem ?? refusal;
  const offer = runOffer(connections?.[0] ?? null, recent.jobs);
  return {
    isUnconnected: connections?.length === 0,
    connections: connections ?? [],
    recent,
    panel: {
      ...receiver,
      ...offer,
      picture,
      draft,
      busy,
      problem: error && { error, words: errorWords(error) },
      onChange: setDraft,
      onRun: (again: boolean) => void run(again),
    },
  };
}
