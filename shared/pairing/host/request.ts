import type { Ask } from '#shared/pairing/verbs.ts';
import * as z from '#shared/zod.ts';

const text = (maxLength: number) => z.string().check(z.maxLength(maxLength));
const jobId = z.string().check(z.regex(/^[\w-]{8,64}$/));

const askSchema = z.discriminatedUnion('verb', [
  z.strictObject({ verb: z.literal('list') }),
  z.strictObject({
    verb: z.literal('submit'),
    jobId,
    label: text(300),
    presetId: z.nullable(text(200)),
    prompt: text(20_000),
    strength: z.nullable(z.number().check(z.minimum(0), z.maximum(1))),
    seed: z.int().check(z.minimum(1), z.maximum(4_294_967_295)),
  }),
  z.strictObject({ verb: z.literal('status'), jobId }),
  z.strictObject({ verb: z.literal('result'), jobId }),
  z.strictObject({ verb: z.literal('cancel'), jobId }),
  z.strictObject({ verb: z.literal('handoff.list') }),
  z.strictObject({ verb: z.literal('handoff.take'), id: text(200) }),
  z.strictObject({ verb: z.literal('handoff.forget'), id: text(200) }),
  z.strictObject({ verb: z.literal('handoff.open'), handoff: z.unknown() }),
  z.strictObject({ verb: z.literal('presets.meet'), items: z.array(z.unknown()).check(z.maxLength(1_000)) }),
]);
const requestSchema = z.strictObject({ id: z.int(), ask: askSchema });

/** What a guest asks, with the number that it wants to know the answer by; `null` for anything else. */
export function readRequest(said: unknown): { id: number; ask: Ask } | null {
  return requestSchema.safeParse(said).data ?? null;
}
