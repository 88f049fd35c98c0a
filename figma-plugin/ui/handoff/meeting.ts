import { toErrorData } from '#shared/errors/app-error.ts';
import type { PairedBrowser } from '#shared/pairing/guest/paired-browser.ts';
import type { Clock } from '#shared/ports.ts';
import type { Preset } from '#shared/presets/preset.ts';
import { parseSyncItem } from '#shared/sync/sync-item.ts';
import * as z from '#shared/zod.ts';
import type { PresetShelf } from '../look/imported-presets.ts';
import { createStore, type Store } from '../platform/store.ts';
import type { Handoffs } from './handoffs.ts';

type Deps = {
  partner(): Promise<PairedBrowser | null>;
  handoffs: Pick<Handoffs, 'look'>;
  presets: Pick<PresetShelf, 'items' | 'meet'>;
  /** What the browser lists: the same list for as long as it says the same. */
  browserPresets: Pick<Store<readonly Preset[]>, 'get'>;
  clock: Pick<Clock, 'monotonicMs'>;
};

export type Meeting = {
  /** To be called whenever the person turns to the panel. */
  look(): void;
  /** Whether there is no room here for what the browser has: each side goes on with its own presets. */
  isFull: Pick<Store<boolean>, 'get' | 'subscribe'>;
};

/** A pointer that goes in and out asks no more often. */
const calmMs = 1_000;
/** What a browser's list does not tell, such as a preset's picture, is heard of as soon as this. */
const listSufficesMs = 60_000;

const itemsSchema = z.array(z.unknown());

/** What both sides stood at when they met. */
type Met = readonly [browser: PairedBrowser, listed: readonly Preset[], told: readonly unknown[]];

/**
 * Hears from the paired browser, one time after the other. Nothing depends on it: a browser that does not
 * answer is asked again the next time. Presets go over only where one of the two has changed something.
 */
export function createMeeting({ partner, handoffs, presets, browserPresets, clock }: Deps): Meeting {
  const isFull = createStore(false);
  let isMeeting = false;
  let lastMs = -calmMs;
  let last: { met: Met; atMs: number } | null = null;

  const isAlike = (met: Met) =>
    last !== null &&
    clock.monotonicMs() - last.atMs < listSufficesMs &&
    last.met.every((each, at) => each === met[at]);

  /** Answers what both know now; what the person changed meanwhile is met the next time. */
  async function meetPresets(browser: PairedBrowser, told: ReturnType<PresetShelf['items']>) {
    const { value } = await browser.ask({ verb: 'presets.meet', items: told });
    const isUnchanged = presets.items() === told;
    try {
      await presets.meet(itemsSchema.parse(value).flatMap((each) => parseSyncItem(each) ?? []));
    } catch (error) {
      if (toErrorData(error).code !== 'storage-full') throw error;
      isFull.set(true);
      return told;
    }
    if (isFull.get()) isFull.set(false);
    return isUnchanged ? presets.items() : told;
  }

  async function meet(): Promise<void> {
    const browser = await partner();
    if (!browser) return;
    await handoffs.look(browser);
    const [listed, told] = [browserPresets.get(), presets.items()];
    if (isAlike([browser, listed, told])) return;
    const known = await meetPresets(browser, told);
    last = { met: [browser, listed, known], atMs: clock.monotonicMs() };
  }

  return {
    isFull,
    look() {
      if (isMeeting || clock.monotonicMs() - lastMs < calmMs) return;
      isMeeting = true;
      void meet()
        .catch(() => {})
        .finally(() => {
          isMeeting = false;
          lastMs = clock.monotonicMs();
        });
    },
  };
}
