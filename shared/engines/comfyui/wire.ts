import * as z from '#shared/zod.ts';

/** ComfyUI's answers as they come over the wire; snake_case ends here. Fields we do not use are not named. */

const text = z.nullish(z.string());
const number = z.nullish(z.number());
const anything = z.nullish(z.record(z.string(), z.unknown()));

export const uploadAnswerSchema = z.object({ name: z.string(), subfolder: text });
export const promptAnswerSchema = z.object({ prompt_id: z.string(), node_errors: z.optional(z.unknown()) });

/** `execution_status` of a job and `status` of a history entry: `[event, data]` in order of time. */
const statusSchema = z.nullish(z.object({ status_str: text, messages: z.nullish(z.array(z.unknown())) }));

/** `GET /api/jobs/{id}` (v0.6.0 and later, and Comfy Cloud). */
export const jobSchema = z.object({
  id: z.string(),
  status: z.string(),
  priority: number,
  /** Milliseconds since the epoch; seconds on Comfy Cloud. */
  create_time: number,
  outputs: anything,
  execution_status: statusSchema,
  execution_error: anything,
  workflow: z.nullish(z.object({ prompt: anything, extra_data: anything })),
});
export type WireJob = z.infer<typeof jobSchema>;

export const jobListSchema = z.object({
  jobs: z.array(z.object({ id: z.string(), status: z.string(), priority: number, create_time: number })),
});

/** `[number, prompt_id, graph, extra_data, outputs]`. */
const queueItemSchema = z.tuple([z.number(), z.string()], z.unknown());
export const queueSchema = z.object({
  queue_running: z.array(queueItemSchema),
  queue_pending: z.array(queueItemSchema),
});
export type WireQueue = z.infer<typeof queueSchema>;

export const historySchema = z.record(
  z.string(),
  z.object({ prompt: z.array(z.unknown()), outputs: anything, status: statusSchema }),
);
export type WireHistoryEntry = z.infer<typeof historySchema>[string];

const messageSchema = z.tuple([z.string(), z.looseObject({ timestamp: number })]);

export type TimelineEvent = { name: string; data: Readonly<Record<string, unknown>>; atMs: number | null };

/** The events of a run; what has another shape is passed over. */
export function timelineOf(job: Pick<WireJob, 'execution_status'>): TimelineEvent[] {
  return (job.execution_status?.messages ?? []).flatMap((message) => {
    const parsed = messageSchema.safeParse(message);
    if (!parsed.success) return [];
    const [name, data] = parsed.data;
    return [{ name, data, atMs: data.timestamp ?? null }];
  });
}

const mediaSchema = z.object({ filename: z.string(), subfolder: text, type: text });
export type WireMedia = z.infer<typeof mediaSchema>;

/** The pictures one node put out. */
export function picturesOf(output: unknown): WireMedia[] {
  const images = (output as { images?: unknown } | null)?.images;
  if (!Array.isArray(images)) return [];
  return images.flatMap((item) => {
    const parsed = mediaSchema.safeParse(item);
    return parsed.success ? [parsed.data] : [];
  });
}

/** `GET /api/object_info`: what each node takes; a choice is a list, or `["COMBO", {options}]`. */
export const objectInfoSchema = z.record(
  z.string(),
  z.looseObject({
    input: z.nullish(z.record(z.string(), z.nullish(z.record(z.string(), z.unknown())))),
    api_node: z.nullish(z.boolean()),
  }),
);
export type ObjectInfo = z.infer<typeof objectInfoSchema>;
