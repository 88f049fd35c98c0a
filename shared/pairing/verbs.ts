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

/** Pictures between the two, which nobody has to pay for: those that wait for a guest, and one of its own. */
export type HandoffAsk =
  | { verb: 'handoff.list' }
  | { verb: 'handoff.take' | 'handoff.forget'; id: string }
  /** Shows the picture that comes along, as `writeHandoff` says it, to the person in the browser. */
  | { verb: 'handoff.open'; handoff: unknown };

/** The guest's presets as they stand there; answered by both sides' merged. */
export type PresetsAsk = { verb: 'presets.meet'; items: readonly unknown[] };

export type JobAsk = Submission | { verb: 'status' | 'result' | 'cancel'; jobId: string };

/** All that a guest can ask. Nothing here answers a key, a token or an address. */
export type Ask = { verb: 'list' } | JobAsk | HandoffAsk | PresetsAsk;

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
  /** What it answers beyond jobs: a browser that is asked for more ends the session. */
  can: z.optional(z.array(z.string())),
});
export type Listing = z.infer<typeof listingSchema>;

/** Pictures that a person has sent to Figma, the oldest first. */
export const waitingSchema = z.array(z.object({ id: z.string(), name: z.string() }));
export type WaitingPicture = z.infer<typeof waitingSchema>[number];

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
