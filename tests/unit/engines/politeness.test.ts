import { describe, expect, it } from 'vitest';
import { type Api, createApi } from '#shared/engines/http/api.ts';
import { createPoliteness } from '#shared/engines/http/politeness.ts';
import * as z from '#shared/zod.ts';
import { createVirtualClock } from '../../fakes/virtual-clock.ts';

const anything = z.unknown();
const fine = () => Response.json({ fine: true });
const answer = (status: number, headers: Record<string, string> = {}) =>
  Response.json({ detail: 'not now' }, { status, headers });

type Turn = () => Response;

/** An API whose answers are scripted, the last one for ever; `sentAtMs` says when each request left. */
function scripted(turns: readonly Turn[]) {
  const clock = createVirtualClock(0);
  const sentAtMs: number[] = [];
  const api = createApi({
    baseUrl: 'https://api.example.com/api',
    apiKey: 'key',
    clock,
    fetch: async () => {
      sentAtMs.push(clock.nowMs());
      const turn = turns[Math.min(sentAtMs.length, turns.length) - 1];
      if (!turn) throw new Error('Nothing scripted');
      return turn();
    },
  });
  return { api, clock, sentAtMs };
}

const broken = () => {
  throw new TypeError('fetch failed');
};
const read = (api: Api, signal?: AbortSignal) => api.json('/thing', anything, { signal });
const post = (api: Api) => api.json('/thing', anything, { method: 'POST', body: {} });

describe('a read', () => {
  it.each<[string, Turn]>([
    ['429', () => answer(429)],
    ['502', () => answer(502)],
    ['503', () => answer(503)],
    ['504', () => answer(504)],
    ['a broken line', broken],
  ])('is repeated through %s', async (_, turn) => {
    const { api, sentAtMs } = scripted([turn, turn, fine]);
    await expect(read(api)).resolves.toMatchObject({ data: { fine: true } });
    expect(sentAtMs).toHaveLength(3);
    expect(sentAtMs[2]).toBeLessThanOrEqual(3_000);
  });

  it.each([400, 401, 403, 404, 422, 500])('is not repeated after %i', async (status) => {
    const { api, sentAtMs } = scripted([() => answer(status)]);
    await expect(read(api)).rejects.toMatchObject({ data: { status } });
    expect(sentAtMs).toHaveLength(1);
  });

  it('is given up after three tries', async () => {
    const { api, sentAtMs } = scripted([() => answer(503)]);
    await expect(read(api)).rejects.toMatchObject({ code: 'server-failed' });
    expect(sentAtMs).toHaveLength(3);
  });

  it.each([
    [{ 'retry-after': '7' }, 7_000],
    [{ 'retry-after-ms': '4200' }, 4_200],
    [{ 'retry-after': new Date(9_000).toUTCString() }, 9_000],
    [{ 'retry-after': new Date(99_000).toUTCString(), date: new Date(90_000).toUTCString() }, 9_000],
  ])('comes back no earlier than asked, and not much later: %j', async (headers, askedMs) => {
    const { api, sentAtMs } = scripted([() => answer(429, headers), fine]);
    await read(api);
    expect(sentAtMs[1]).toBeGreaterThanOrEqual(askedMs);
    expect(sentAtMs[1]).toBeLessThan(askedMs + 2_000);
  });

  it('does not wait for nonsense', async () => {
    const { api, sentAtMs } = scripted([() => answer(503, { 'retry-after': 'later' }), fine]);
    await read(api);
    expect(sentAtMs[1]).toBeLessThanOrEqual(1_000);
  });

  it('ends at once when the person leaves', async () => {
    const { api, sentAtMs } = scripted([() => answer(503)]);
    const person = new AbortController();
    person.abort(new Error('left'));
    await expect(read(api, person.signal)).rejects.toThrow('left');
    expect(sentAtMs).toHaveLength(1);
  });
});

describe('the budget', () => {
  it('ends retries in an outage, and comes back with successes', async () => {
    let isDown = true;
    const { api, sentAtMs } = scripted([() => (isDown ? answer(502) : fine())]);
    for (let reads = 0; reads < 40; reads += 1) await read(api).catch(() => {});
    expect(sentAtMs).toHaveLength(50);
    isDown = false;
    for (let reads = 0; reads < 10; reads += 1) await read(api);
    isDown = true;
    const beforeCount = sentAtMs.length;
    await read(api).catch(() => {});
    expect(sentAtMs.length - beforeCount).toBe(3);
  });
});

describe('anything that is no read', () => {
  it.each<[string, Turn]>([
    ['429', () => answer(429)],
    ['503', () => answer(503)],
    ['a broken line', broken],
  ])('is sent once, whatever comes of it: %s', async (_, turn) => {
    const { api, sentAtMs } = scripted([turn, fine]);
    await expect(post(api)).rejects.toBeDefined();
    expect(sentAtMs).toHaveLength(1);
  });

  it('is held back too while the server wants silence', async () => {
    const { api, sentAtMs } = scripted([() => answer(429, { 'retry-after': '12' }), fine]);
    await post(api).catch(() => {});
    await post(api);
    expect(sentAtMs[1]).toBeGreaterThanOrEqual(12_000);
  });

  it('is refused unsent when the silence is long, and leaves when it is over', async () => {
    const { api, clock, sentAtMs } = scripted([() => answer(429, { 'retry-after': '600' }), fine]);
    await post(api).catch(() => {});
    await expect(post(api)).rejects.toMatchObject({
      code: 'rate-limited',
      data: { host: 'api.example.com' },
    });
    expect(sentAtMs).toHaveLength(1);
    await clock.sleep(600_000);
    await post(api);
    expect(sentAtMs).toHaveLength(2);
  });
});

it('spreads those who were told the same moment', async () => {
  const { api, sentAtMs } = scripted([() => answer(503, { 'retry-after': '5' }), fine]);
  await post(api).catch(() => {});
  await Promise.all(Array.from({ length: 20 }, () => read(api)));
  expect(Math.min(...sentAtMs.slice(1))).toBeGreaterThanOrEqual(5_000);
  expect(new Set(sentAtMs.slice(1)).size).toBeGreaterThan(10);
});

describe('shared by the engines of a surface', () => {
  const clock = createVirtualClock(0);
  const sharing = (politeness = createPoliteness({ clock })) => {
    const sentTo: string[] = [];
    const open = (host: string, turn: Turn) =>
      createApi({
        baseUrl: `https://${host}/api`,
        apiKey: 'key',
        clock,
        politeness,
        async fetch() {
          sentTo.push(host);
          return turn();
        },
      });
    return { open, sentTo };
  };

  it('what a server asked of one engine binds the next one made for it, and no other server', async () => {
    const { open, sentTo } = sharing();
    await post(open('a.example.com', () => answer(429, { 'retry-after': '600' }))).catch(() => {});
    await expect(post(open('a.example.com', fine))).rejects.toMatchObject({ code: 'rate-limited' });
    await post(open('b.example.com', fine));
    expect(sentTo).toEqual(['a.example.com', 'b.example.com']);
  });

  it('the retries spent on one server are not missing at another', async () => {
    const { open, sentTo } = sharing();
    for (let reads = 0; reads < 20; reads += 1) {
      await read(open('a.example.com', () => answer(502))).catch(() => {});
    }
    sentTo.length = 0;
    await read(open('a.example.com', () => answer(502))).catch(() => {});
    await read(open('b.example.com', () => answer(502))).catch(() => {});
    expect(sentTo).toEqual(['a.example.com', 'b.example.com', 'b.example.com', 'b.example.com']);
  });

  it.each([0, 0.25, 1])('waits a share of a doubling ceiling, drawn by chance: %f', async (share) => {
    const { open } = sharing(createPoliteness({ clock, random: () => share }));
    const sinceMs = clock.nowMs();
    await read(open('a.example.com', () => answer(502))).catch(() => {});
    expect(clock.nowMs() - sinceMs).toBeCloseTo(share * (200 + 400), 6);
  });
});
