import { useState } from 'preact/hooks';
import { type ConnectionDraft, hostPatternsFor } from '#shared/connection/connection-draft.ts';
import { normaliseBaseUrl } from '#shared/engines/comfydeploy/base-url.ts';
import { type DeploymentSummary, listDeployments } from '#shared/engines/comfydeploy/deployments.ts';
import { toErrorData } from '#shared/errors/app-error.ts';
import { errorWords } from '#shared/i18n/error-words.ts';
import { systemClock } from '#shared/platform.ts';
import { hostFetch } from '../../platform/host-fetch.ts';
import { askForHosts } from './ask-for-hosts.ts';

export type DeploymentList =
  | { state: 'unasked' }
  | { state: 'looking' }
  | { state: 'found'; deployments: readonly DeploymentSummary[] }
  | { state: 'failed'; title: string };

/** The deployments a typed key can see, looked up when asked for. */
export function useDeployments(draft: ConnectionDraft) {
  const [list, setList] = useState<DeploymentList>({ state: 'unasked' });

  async function look(asking: Promise<void>): Promise<void> {
    await asking;
    const baseUrl = normaliseBaseUrl(draft.baseUrl);
    const options = { baseUrl, apiKey: draft.apiKey.trim(), fetch: hostFetch, clock: systemClock };
    setList({ state: 'found', deployments: await listDeployments(options) });
  }

  const find = () => {
    const asking = askForHosts(() => hostPatternsFor(draft));
    setList({ state: 'looking' });
    void look(asking).catch((error: unknown) => {
      setList({
        state: 'failed',
        title: errorWords(toErrorData(error), { engine: 'comfydeploy', isConnecting: true }).title,
      });
    });
  };
  return { list, find };
}
