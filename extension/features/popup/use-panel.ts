import { useEffect, useState } from 'preact/hooks';
import type { Connection } from '#shared/connection/connection.ts';
import { type ErrorData, toErrorData } from '#shared/errors/app-error.ts';
import { errorWords } from '#shared/i18n/error-words.ts';
import { ask } from '../../messaging.ts';
import { loadConnections } from '../../platform/connection-store.ts';
import type { Services } from '../../platform/services.ts';
import { runOffer } from './run-offer.ts';
import { useDraft } from './use-draft.ts';
import { useEarlier } from './use-earlier.ts';
import { usePicture } from './use-picture.ts';
import { useRecentJobs } from './use-recent-jobs.ts';

/** All that the panel shows and does, less how it looks. */
export function usePanel(services: Services) {
  const [connections, setConnections] = useState<readonly Connection[] | null>(null);
  const [refusal, setRefusal] = useState<ErrorData | null>(null);
  const [busy, setBusy] = useState(false);
  const { picture, source, note, problem, ...receiver } = usePicture(services);
  const { draft, change, restore } = useDraft(services);
  const recent = useRecentJobs(services);
  useEffect(() => void loadConnections().then(setConnections), []);

  const run = async () => {
    if (!source) return;
    setBusy(true);
    setRefusal(null);
    await ask('jobs.start', { ...source, ...draft }).catch((error) => setRefusal(toErrorData(error)));
    setBusy(false);
  };

  const error = problem ?? refusal;
  const connection = connections?.[0] ?? null;
  const offer = runOffer(connection, recent.jobs);
  const earlier = useEarlier({ source, draft, connection }, services);
  return {
    isUnconnected: connections?.length === 0,
    connections: connections ?? [],
    recent,
    note,
    restore,
    panel: {
      ...receiver,
      ...offer,
      picture,
      draft,
      busy,
      problem: error && { error, words: errorWords(error) },
      earlier,
      onChange: change,
      onRun: () => void run(),
    },
  };
}
