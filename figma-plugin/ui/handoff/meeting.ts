import type { PairedBrowser } from '#shared/pairing/guest/paired-browser.ts';
import type { Clock } from '#shared/ports.ts';
import { parseSyncItem } from '#shared/sync/sync-item.ts';
import * as z from '#shared/zod.ts';
import type { PresetShelf } from '../look/imported-presets.ts';
import type { Handoffs } from './handoffs.ts';

type Deps = {
  partner(): Promise<PairedBrowser | null>;
  handoffs: Pick<Handoffs, 'look'>;
  presets: Pick<PresetShelf, 'items' | 'meet'>;
  clock: Pick<Clock, 'monotonicMs'>;
};

/** A pointer that goes in and out asks no more often. */
const calmMs = 1_000;

const itemsSchema = z.array(z.unknown());

/**
 * Hears from the paired browser, one time after the other. Nothing depends on it: a browser that does not
 * answer is asked again the next time.
 */
export function createMeeting({ partner, handoffs, presets, clock }: Deps): () => void {
  let isMeeting = false;
  let lastMs = -calmMs;

  async function meet(): Promise<void> {
    const browser = await partner();
    if (!browser) return;
    await handoffs.look(browser);
    const { value } = await browser.ask({ verb: 'presets.meet', items: presets.items() });
    await presets.meet(itemsSchema.parse(value).flatMap((each) => parseSyncItem(each) ?? []));
  }

  return () => {
    if (isMeeting || clock.monotonicMs() - lastMs < calmMs) return;
    isMeeting = true;
    void meet()
      .catch(() => {})
      .finally(() => {
        isMeeting = false;
        lastMs = clock.monotonicMs();
      });
  };
}
