import type { ErrorData } from '#shared/errors/app-error.ts';
import { readErrorCode } from '#shared/errors/codes.ts';
import * as z from '#shared/zod.ts';

const finite = z.number();
const orNull = <T extends z.ZodMiniType>(schema: T) => z.nullable(schema);

/** A picture that is wanted. Guests name their jobs themselves, so that asking twice for one makes one. */
export type Submission = {
  verb: 'submit';
  jobId: string;
  label: string;
  presetId: string | null;
  prompt: string;
  /** 0..1 */
  strength: number | null;
  seed: number;
};

/** All that a guest can ask. Nothing here answers a key, a token or an address. */
export type Ask = { verb: 'list' } | Submission | { verb: 'status' | 'result' | 'cancel'; jobId: string };

/** What the browser restyles with, and the looks that it knows. */
export const listingSchema = z.object({
  workflow: z.object({
    /** What decides a picture there: deployment, model or workflow. */
    id: z.string(),
    name: z.string(),
    version: z.string(),
    strength: orNull(z.object({ min: finite, max: finite, step: finite })),
    isKontext: z.boolean(),
    gpu: orNull(z.string()),
    usdPerSecond: orNull(finite),
  }),
  presets: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      description: z.string(),
      prompt: z.string(),
      strength: finite,
      builtIn: z.boolean(),
    }),
  ),
  grant: z.object({ runsLeft: finite, untilMs: finite }),
});
export type Listing = z.infer<typeof listingSchema>;

/** Where a job stands, in the words of an engine's run; `null` where the browser has no such job. */
export const statusSchema = orNull(
  z.object({
    state: z.enum(['waiting', 'starting', 'running', 'success', 'failed', 'cancelled']),
    progressRatio: orNull(finite),
    queuePosition: orNull(finite),
    runSeconds: orNull(finite),
    queueSeconds: orNull(finite),
    gpu: orNull(z.string()),
    /** Why it failed, as a sentence for a person. */
    reason: orNull(z.string()),
  }),
);
export type JobStatus = z.infer<typeof statusSchema>;

export const answerSchema = z.discriminatedUnion('ok', [
  z.object({ id: finite, ok: z.literal(true), value: z.unknown() }),
  z.object({ id: finite, ok: z.literal(false), code: z.string(), detail: z.string() }),
]);
export type Answer = z.infer<typeof answerSchema>;

export function errorOf({ code, detail }: Extract<Answer, { ok: false }>): ErrorData {
  return { code: readErrorCode(code) ?? 'unknown', detail };
}
