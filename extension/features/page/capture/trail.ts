import type { Attempt, CaptureRoute, Refusal } from '#shared/capture/receipt.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ErrorCode } from '#shared/errors/codes.ts';

export type Trail = ReturnType<typeof createTrail>;

/** What each refusal is to a person, the one that tells most first. */
const codes: readonly [Refusal, ErrorCode][] = [
  ['private', 'picture-private'],
  ['too-large', 'picture-too-large'],
  ['cut-short', 'picture-unsupported'],
  ['unsupported', 'picture-unsupported'],
  ['not-allowed', 'host-not-allowed'],
  ['too-slow', 'picture-too-slow'],
  ['not-a-picture', 'picture-not-a-picture'],
  ['out-of-view', 'picture-out-of-view'],
];

type Note = { url?: string; detail?: string };

/** The ways that did not lead to a picture, in order. */
export function createTrail() {
  const attempts: Attempt[] = [];
  const details = new Map<Refusal, string>();
  let host: string | undefined;
  return {
    /** Kept once, however many addresses met the same refusal. */
    note(route: CaptureRoute, refusal: Refusal, { url, detail }: Note = {}): void {
      if (refusal === 'not-allowed') host ??= URL.parse(url ?? '')?.hostname;
      if (detail !== undefined) details.set(refusal, detail);
      const isKnown = attempts.some((each) => each.route === route && each.refusal === refusal);
      if (!isKnown) attempts.push({ route, refusal });
    },

    has: (refusal: Refusal): boolean => attempts.some((each) => each.refusal === refusal),
    attempts: (): readonly Attempt[] => attempts,
    /** The host whose permission would have helped. */
    host: (): string | undefined => host,

    error(): AppError {
      const [refusal, code] = codes.find(([each]) => attempts.some((one) => one.refusal === each)) ?? [];
      const all = attempts.map((each) => `${each.route}: ${each.refusal}`).join('; ');
      const detail = (refusal && details.get(refusal)) ?? all;
      return new AppError(code ?? 'picture-unavailable', detail || 'no way leads to it', {
        ...(host !== undefined && { host }),
      });
    },
  };
}
