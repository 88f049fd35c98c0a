import type { Clock } from '#shared/ports.ts';
import type { EngineFor } from './upstream-engine.ts';

/** US dollars per second by GPU. */
export type Prices = Readonly<Record<string, number>>;

const freshMs = 60 * 60_000;

/** ComfyDeploy's prices, asked for once an hour. Empty while they cannot be had. */
export function createPriceList(engineFor: EngineFor, clock: Clock): () => Promise<Prices> {
  let known: { atMs: number; prices: Prices } | null = null;
  return async () => {
    if (known && clock.monotonicMs() - known.atMs < freshMs) return known.prices;
    const prices = await engineFor('')
      .prices()
      .catch(() => null);
    if (prices) known = { atMs: clock.monotonicMs(), prices };
    return prices ?? known?.prices ?? {};
  };
}
