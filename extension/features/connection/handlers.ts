import { inviteOwnDevice } from '#shared/connection/device-token.ts';
import { untested } from '#shared/connection/other-draft.ts';
import { testConnection } from '#shared/connection/test-connection.ts';
import { testOther } from '#shared/connection/test-other.ts';
import { readAccount } from '#shared/engines/comfydeploy/account.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { systemClock } from '#shared/platform.ts';
import type { Handlers } from '../../messaging.ts';
import { checkHealth } from '../../platform/check-health.ts';
import { loadApiKey, loadConnections } from '../../platform/connection-store.ts';
import { enginePorts } from '../../platform/engine-ports.ts';
import { hostFetch } from '../../platform/host-fetch.ts';
import { leaveOriginOut } from '../../platform/origin-rule.ts';
import type { Services } from '../../platform/services.ts';
import type { ConnectionMessages } from './messages.ts';

/** Here and not in the page, because only the background opens the key. */
export function connectionHandlers(services: Services): Pick<Handlers, keyof ConnectionMessages> {
  return {
    'connection.account': async () => readAccount(await comfyDeployAccess(services)),
    'connection.inviteDevice': async () => inviteOwnDevice(await comfyDeployAccess(services)),
    'connection.test': ({ draft }) => testConnection(draft, enginePorts(services)),
    async 'connection.testOther'({ draft }) {
      await leaveOriginOut(untested(draft));
      return testOther(draft, enginePorts(services));
    },
    'connection.health': ({ connection }) => checkHealth(connection, services),
  };
}

async function comfyDeployAccess({ database }: Services) {
  const connection = (await loadConnections()).find(({ engine }) => engine === 'comfydeploy');
  const apiKey = await loadApiKey('comfydeploy', database);
  if (connection?.engine !== 'comfydeploy' || apiKey === null) {
    throw new AppError('not-configured', 'No ComfyDeploy account is connected');
  }
  return { baseUrl: connection.baseUrl, apiKey, fetch: hostFetch, clock: systemClock };
}
