import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Engine } from '#shared/engines/engine.ts';
import { createPoller, type Poller } from '#shared/engines/polling/poller.ts';
import { createVirtualClock } from '../../fakes/virtual-clock.ts';

const engine = { id: 'comfydeploy' } as Engine;
const never = new AbortController().signal;

type Look = { runId: string; atMs: number };

/** Looks at a run so many times, with these waits between. */
async function follow(poller: Poller, runId: string, delaysMs: readonly number[], look: () => Promise<void>) {
  const watched = poller.watch(engine, runId);
  for (const delayMs of delaysMs) {
    await watched.wait(delayMs, never);
    await watched.look(look);
  }
  watched.end();
}

describe('createPoller', () => {
  it('looks at every run as often as asked, never twice within a second, and six at a time at most', async () => {
    const plans = fc.array(fc.array(fc.integer({ min: 0, max: 6_000 }), { minLength: 1, maxLength: 5 }), {
      minLength: 1,
      maxLength: 20,
    });
    await fc.assert(
      fc.asyncProperty(plans, fc.integer({ min: 0, max: 900 }), async (delays, answerMs) => {
        const clock = createVirtualClock();
        const poller = createPoller({ clock });
        const looks: Look[] = [];
        let underWay = 0;
        let most = 0;
        const lookAt = (runId: string) => async () => {
          looks.push({ runId, atMs: clock.nowMs() });
          underWay += 1;
          most = Math.max(most, underWay);
          await clock.sleep(answerMs);
          underWay -= 1;
        };
        await Promise.all(delays.map((plan, run) => follow(poller, `${run}`, plan, lookAt(`${run}`))));
        expect(looks).toHaveLength(delays.flat().length);
        expect(most).toBeLessThanOrEqual(6);
        for (const run of delays.keys()) {
          const times = looks.filter(({ runId }) => runId === `${run}`).map(({ atMs }) => atMs);
          for (const [index, atMs] of times.entries()) {
            if (index > 0) expect(atMs - (times[index - 1] ?? 0)).toBeGreaterThanOrEqual(1_000);
          }
        }
      }),
      { numRuns: 20 },
    );
  });

  it('wakes once for runs that are due at nearly the same time', async () => {
    const clock = createVirtualClock();
    const wokenAtMs = new Set<number>();
    const poller = createPoller({ clock });
    const look = async () => void wokenAtMs.add(clock.nowMs());
    const delays = Array.from({ length: 20 }, (_, run) => 5_000 + run * 10);
    await Promise.all(delays.map((delayMs, run) => follow(poller, `${run}`, [delayMs], look)));
    expect(wokenAtMs.size).toBe(1);
  });

  it('lets slow looks hold up nobody: the others go on after three seconds', async () => {
    const clock = createVirtualClock();
    const poller = createPoller({ clock });
    const startMs = clock.nowMs();
    const stuck = Array.from({ length: 12 }, (_, run) =>
      follow(poller, `stuck-${run}`, [0], () => clock.sleep(60_000)),
    );
    let quickAtMs = 0;
    const quick = follow(poller, 'quick', [0], async () => {
      quickAtMs = clock.nowMs();
    });
    await Promise.all([...stuck, quick]);
    expect(quickAtMs - startMs).toBeLessThanOrEqual(6_000);
  });

  it('hands a failed look to its own run only', async () => {
    const clock = createVirtualClock();
    const poller = createPoller({ clock });
    let seen = 0;
    const failing = follow(poller, 'failing', [0], () => Promise.reject(new Error('broken')));
    const sound = follow(poller, 'sound', [0, 2_000, 2_000], async () => {
      seen += 1;
    });
    await expect(failing).rejects.toThrow('broken');
    await sound;
    expect(seen).toBe(3);
  });

  it('ends a wait at a nudge, and lets no timer stand when nothing waits', async () => {
    const sleeping = new Set<AbortSignal | undefined>();
    const clock = {
      nowMs: () => 0,
      monotonicMs: () => 0,
      sleep: (_: number, signal?: AbortSignal) => {
        sleeping.add(signal);
        signal?.addEventListener('abort', () => sleeping.delete(signal));
        return new Promise<void>(() => {});
      },
    };
    const nudge = new AbortController();
    const watched = createPoller({ clock }).watch(engine, 'run');
    const waiting = watched.wait(5_000, nudge.signal);
    expect(sleeping.size).toBe(1);
    nudge.abort();
    await waiting;
    watched.end();
    expect(sleeping.size).toBe(0);
  });
});

describe('hints', () => {
  /** An engine whose stream does as it is told. */
  function hinting(hints: Engine['hints']) {
    const clock = createVirtualClock();
    return { clock, poller: createPoller({ clock, hints: true }), engine: { ...engine, hints } as Engine };
  }

  it('bring the next look of their own run forward, not below the floor', async () => {
    let hint: (runId: string) => void = () => {};
    const {
      clock,
      poller,
      engine: own,
    } = hinting((_, onHint) => {
      hint = onHint;
      return new Promise(() => {});
    });
    const [mine, other] = ['mine', 'other'].map((runId) => poller.watch(own, runId));
    await mine?.look(async () => {});
    const startMs = clock.nowMs();
    const [minesMs, othersMs] = [mine, other].map(async (watched) => {
      await watched?.wait(20_000, never);
      await watched?.look(async () => {});
      return clock.nowMs() - startMs;
    });
    hint('mine');
    hint('unknown');
    expect(await minesMs).toBe(1_000);
    expect(await othersMs).toBe(20_000);
  });

  it('are listened to again after a break, ever more seldom, and given up where there are none', async () => {
    let opened = 0;
    const {
      clock,
      poller,
      engine: own,
    } = hinting(async () => {
      opened += 1;
      throw new Error('broken');
    });
    const watched = poller.watch(own, 'run');
    await watched.wait(600_000, never);
    expect(opened).toBe(4);
    watched.end();
    expect(clock.nowMs()).toBeGreaterThan(0);
  });

  it('are no longer listened to when nothing is watched', async () => {
    let signal: AbortSignal | undefined;
    const { poller, engine: own } = hinting((_, _onHint, listening) => {
      signal = listening;
      return new Promise(() => {});
    });
    const watched = poller.watch(own, 'run');
    expect(signal?.aborted).toBe(false);
    watched.end();
    expect(signal?.aborted).toBe(true);
  });
});
