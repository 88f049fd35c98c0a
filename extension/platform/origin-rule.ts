import { browser } from 'wxt/browser';
import type { Connection } from '#shared/connection/connection.ts';

const ruleId = 1;

/**
 * A ComfyUI of one's own refuses requests that carry a foreign `Origin`, which every POST of an
 * extension does. Takes it off our own requests to the hosts of those that were opened, until the
 * browser is closed.
 * https://github.com/comfyanonymous/ComfyUI/blob/master/server.py (create_origin_only_middleware)
 */
export async function leaveOriginOut(connection: Connection): Promise<void> {
  if (connection.engine !== 'comfyui') return;
  const { hostname } = new URL(connection.baseUrl);
  const hosts = await hostsOfRule();
  if (hosts.includes(hostname)) return;
  await browser.declarativeNetRequest.updateSessionRules({
    removeRuleIds: [ruleId],
    addRules: [
      {
        id: ruleId,
        action: { type: 'modifyHeaders', requestHeaders: [{ header: 'origin', operation: 'remove' }] },
        condition: {
          initiatorDomains: [new URL(browser.runtime.getURL('/')).hostname],
          requestDomains: [...hosts, hostname],
          resourceTypes: ['xmlhttprequest'],
        },
      },
    ],
  });
}

async function hostsOfRule(): Promise<readonly string[]> {
  const rules = await browser.declarativeNetRequest.getSessionRules();
  return rules.find(({ id }) => id === ruleId)?.condition.requestDomains ?? [];
}
