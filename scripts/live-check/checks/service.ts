import { hostedBaseUrl } from '#shared/engines/comfydeploy/base-url.ts';
import { type Check, good, note, open } from '../check.ts';

/** US dollars per second, as the vendor's source had them in November 2025. */
const knownPrices: Readonly<Record<string, number>> = {
  T4: 0.00018,
  A10G: 0.000337,
  L40S: 0.000596,
  'A100-80GB': 0.001708,
  H100: 0.002338,
};

const isUp: Check = {
  question: 'Is the service up, and are its prices those we know?',
  async ask({ engine, clock }) {
    const sinceMs = clock.nowMs();
    const prices = await engine.prices();
    const tookMs = clock.nowMs() - sinceMs;
    const changed = Object.entries(knownPrices).filter(([gpu, price]) => prices[gpu] !== price);
    const count = Object.keys(prices).length;
    const up = `It answered in ${tookMs} ms with the prices of ${count} GPUs.`;
    if (changed.length === 0) return good(`${up} All as expected.`);
    const list = changed.map(([gpu]) => `${gpu} now ${prices[gpu] ?? 'not listed'}`).join(', ');
    return note(`${up} Different from what we know: ${list}. Restyle uses the live ones.`);
  },
};

const rateLimits: Check = {
  question: 'Is there a rate limit in front of it?',
  async ask({ headersSeen }) {
    const names = new Set(headersSeen.flatMap((headers) => [...headers.keys()]));
    const limits = [...names].filter((name) => /rate-?limit|retry-after/i.test(name));
    if (limits.length > 0) return note(`Its answers mention one: ${limits.join(', ')}. Restyle obeys it.`);
    return good(`None of ${headersSeen.length} answers mentions one.`);
  },
};

const legacyHost: Check = {
  question: 'Does the old host (www.comfydeploy.com/api) still answer?',
  async ask({ options, bareFetch }) {
    if (options.baseUrl !== hostedBaseUrl) return open('Asked only of the hosted service.');
    const url = 'https://www.comfydeploy.com/api/run?run_id=live-check';
    const answer = await bareFetch(url, { redirect: 'manual' }).catch(() => null);
    if (!answer) return note('No. Restyle does not use it.');
    return note(`It answers ${answer.status}. Restyle does not use it.`);
  },
};

export const serviceChecks: readonly Check[] = [isUp];
export const closingChecks: readonly Check[] = [rateLimits, legacyHost];
