import { receiptSchema } from '#shared/capture/receipt-schema.ts';
import { engineIds } from '#shared/engines/engine.ts';
import { finishedStages } from '#shared/jobs/job.ts';
import * as z from '#shared/zod.ts';

const count = z.number().check(z.nonnegative());
const maybe = z.nullable(z.number());
/** Of a stored picture; `''` where there is none. */
export const pictureKey = z.string().check(z.regex(/^(?:sha256-[0-9a-f]{64})?$/));

const recipe = z.object({
  sourceKey: pictureKey,
  engine: z.enum(engineIds),
  server: z.optional(z.string()),
  deploymentId: z.string(),
  workflowVersion: z.optional(z.string()),
  presetId: z.nullable(z.string()),
  prompt: z.string(),
  strength: maybe,
  seed: z.number(),
  inputs: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  gpu: z.optional(z.string()),
});

const result = z.object({ key: pictureKey, mimeType: z.string(), widthPx: count, heightPx: count });
const page = z.object({ host: z.string(), title: z.string() });
const error = z.object({
  code: z.string(),
  detail: z.string(),
  status: z.optional(z.number()),
  host: z.optional(z.string()),
});

const figures = z.object({
  queueSeconds: maybe,
  runSeconds: maybe,
  costUsd: maybe,
  gpu: z.optional(z.string()),
  startSeconds: z.optional(z.number()),
  startCostUsd: z.optional(maybe),
  substituted: z.optional(z.array(z.string())),
});

/** An entry of the history as a file has it: every field that is shown, and no other. */
export const entrySchema = z.object({
  version: z.literal(1),
  id: z.string().check(z.minLength(1)),
  createdAtMs: z.number(),
  endedAtMs: z.number(),
  state: z.enum(finishedStages),
  errorCode: z.nullable(z.string()),
  recipe,
  recipeKey: z.nullable(z.string()),
  likeKey: z.nullable(z.string()),
  label: z.string(),
  presetName: z.optional(z.string()),
  widthPx: count,
  heightPx: count,
  page: z.nullable(page),
  result: z.nullable(result),
  thumbnailKey: z.nullable(pictureKey),
  pictureKeys: z.array(pictureKey),
  sizeBytes: count,
  totalMs: count,
  figures: z.nullable(figures),
  favourite: z.boolean(),
  rating: maybe,
  uses: z.array(z.enum(['downloaded', 'copied', 'placed'])),
});

/** Without tab, layer and batch: those belong to the session it was made in. */
const context = z.object({
  label: z.string(),
  presetName: z.optional(z.string()),
  widthPx: count,
  heightPx: count,
  transparentRatio: z.optional(z.number()),
  surface: z.enum(['page', 'popup', 'figma', 'studio']),
  captureRoute: z.string(),
  receipt: z.catch(z.optional(receiptSchema), undefined),
  pictureUrl: z.optional(z.string()),
  page: z.optional(page),
});

const runId = z.nullable(z.string());
const handover = z.object({ from: z.enum(engineIds), error, isAutomatic: z.boolean(), atMs: z.number() });

/** A job that has ended: nothing in a file ever makes Restyle go on with a run. */
export const endedJobSchema = z.object({
  version: z.literal(1),
  id: z.string(),
  nonce: z.string(),
  createdAtMs: z.number(),
  updatedAtMs: z.number(),
  recipe,
  context,
  stage: z.discriminatedUnion('name', [
    z.object({ name: z.literal('done'), runId: z.string(), result, figures }),
    z.object({ name: z.literal('failed'), error, runId }),
    z.object({ name: z.literal('cancelled'), runId }),
  ]),
  handovers: z.optional(z.array(handover)),
  enteredAtMs: z.record(z.string(), z.number()),
});
