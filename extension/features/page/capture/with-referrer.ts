import { browser } from 'wxt/browser';

/** Below are rules that live longer: platform/origin-rule.ts */
const firstRuleId = 1000;
const ruleIds = 1_000_000;

/**
 * Names the page as the one that asks, for one request of ours to one address; the rule is gone after it,
 * and with the browser. Only the origin is named, as browsers do across sites.
 */
export async function withReferrer<T>(
  url: string,
  pageOrigin: string,
  request: () => Promise<T>,
): Promise<T> {
  const id = firstRuleId + Math.floor(Math.random() * ruleIds);
  await browser.declarativeNetRequest.updateSessionRules({
    addRules: [
      {
        id,
        action: {
          type: 'modifyHeaders',
          requestHeaders: [{ header: 'referer', operation: 'set', value: `${pageOrigin}/` }],
        },
        condition: {
          initiatorDomains: [new URL(browser.runtime.getURL('/')).hostname],
          urlFilter: `|${withoutHash(url)}`,
          resourceTypes: ['xmlhttprequest'],
        },
      },
    ],
  });
  try {
    return await request();
  } finally {
    await browser.declarativeNetRequest.updateSessionRules({ removeRuleIds: [id] });
  }
}

function withoutHash(url: string): string {
  return url.replace(/#.*$/s, '');
}
