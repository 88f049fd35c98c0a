import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { isAppError } from '#shared/errors/app-error.ts';
import { isErrorCode } from '#shared/errors/codes.ts';
import type { HttpFetch } from '#shared/ports.ts';
import { rounds } from '../../campaign.ts';
import { createVirtualClock } from '../../fakes/virtual-clock.ts';
import { comfyDeploy } from './answers/comfydeploy.ts';
import { comfyUi } from './answers/comfyui.ts';
import { calls, type FuzzedEngine } from './answers/fuzzed-engine.ts';
import { type Mutation, mutations } from './answers/mutation.ts';
import { predictions } from './answers/predictions.ts';

/** 100,000 in a whole campaign: three engines, ten calls of each. */
const numRuns = rounds({ sample: 60, all: 3_334 });
/** More than any call has reason to make: whoever makes them would never end. */
const mostRequests = 200;

type Fault = { mutation: Mutation; status: number; at: number; isEverywhere: boolean };

const faults: fc.Arbitrary<Fault> = fc.record({
  mutation: mutations,
  status: fc.constantFrom(200, 200, 200, 200, 201, 400, 401, 403, 404, 405, 413, 422, 429, 500, 502),
  /** Which request of a call is answered so; the others are answered well. */
  at: fc.nat({ max: 2 }),
  isEverywhere: fc.boolean(),
});

/** A server that answers one request, or all of them, out of its mind. */
function createServer({ answerTo }: FuzzedEngine, { mutation, status, at, isEverywhere }: Fault) {
  let requests = 0;
  const fetch: HttpFetch = async (url, init) => {
    const answer = answerTo(new URL(url).pathname + new URL(url).search, init?.method ?? 'GET');
    const isFaulty = isEverywhere || requests === at;
    requests += 1;
    if (requests > mostRequests) throw new Error('endless');
    return isFaulty ? new Response(mutation(answer), { status }) : Response.json(answer);
  };
  return { fetch, requests: () => requests };
}

describe.each([comfyDeploy, comfyUi, predictions])('$id', (fuzzed) => {
  const outcomes = new Map<string, number>();
  const count = (outcome: string) => outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);

  it.each(calls)('%s makes of a sound answer a value', async (_, call) => {
    const fetch: HttpFetch = async (url, init) =>
      Response.json(fuzzed.answerTo(new URL(url).pathname, init?.method ?? 'GET'));
    await call(fuzzed.create({ fetch, clock: createVirtualClock() }), fuzzed.runId);
  });

  it.each(calls)(
    '%s makes of any answer a value or an error with a code',
    async (_, call) => {
      const meet = async (fault: Fault) => {
        const server = createServer(fuzzed, fault);
        const engine = fuzzed.create({ fetch: server.fetch, clock: createVirtualClock() });
        const failure = await call(engine, fuzzed.runId).then(
          () => null,
          (error: unknown) => ({ error }),
        );
        expect(server.requests()).toBeLessThanOrEqual(mostRequests);
        if (!failure) return count('values');
        const { error } = failure;
        if (!isAppError(error) || !isErrorCode(error.code) || error.code === 'unknown') throw error;
        return count(error.code);
      };
      await fc.assert(
        fc.asyncProperty(faults, async (fault) => void (await meet(fault))),
        { numRuns },
      );
    },
    600_000,
  );

  afterAll(() => {
    const total = [...outcomes.values()].reduce((sum, each) => sum + each, 0);
    const parts = [...outcomes]
      .sort((one, other) => other[1] - one[1])
      .map(([name, times]) => `${name} ${times}`);
    process.stdout.write(`${fuzzed.id}: ${total} mutated answers: ${parts.join(', ')}\n`);
  });
});
