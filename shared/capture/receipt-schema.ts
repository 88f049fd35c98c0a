import { captureRoutes, type Receipt, refusals } from '#shared/capture/receipt.ts';
import * as z from '#shared/zod.ts';

const size = z.object({ widthPx: z.number(), heightPx: z.number() });

/** A receipt as it comes back from storage. */
export const receiptSchema: z.ZodMiniType<Receipt> = z.object({
  route: z.enum(captureRoutes),
  widthPx: z.number(),
  heightPx: z.number(),
  best: z.optional(size),
  isLargerVersion: z.optional(z.boolean()),
  isPartial: z.optional(z.boolean()),
  isCropped: z.optional(z.boolean()),
  isFirstFrame: z.optional(z.boolean()),
  tried: z.array(z.object({ route: z.enum(captureRoutes), refusal: z.enum(refusals) })),
  largerHost: z.optional(z.string()),
});
