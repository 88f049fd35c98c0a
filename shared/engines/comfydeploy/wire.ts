import * as z from '#shared/zod.ts';

/** ComfyDeploy's answers as they come over the wire; snake_case ends here. Fields we do not use are not named. */

const text = z.nullish(z.string());
const number = z.nullish(z.number());

export const uploadAnswerSchema = z.object({ file_url: z.string() });
export const presignedSchema = z.object({ url: z.url(), download_url: z.string() });
export const queueAnswerSchema = z.object({ run_id: z.string() });
export const cancelAnswerSchema = z.looseObject({});
export const pricesSchema = z.record(z.string(), z.number());

export const logLinesSchema = z.array(z.object({ log: z.string() }));

export const runListSchema = z.object({
  data: z.array(z.object({ id: z.string(), created_at: text })),
});

const mediaSchema = z.looseObject({ url: z.string(), filename: text, type: text });

const outputSchema = z.object({
  output_id: text,
  /** Kind (`images`, `files`, ...) to items; unknown kinds and shapes are tolerated. */
  data: z.nullish(z.record(z.string(), z.unknown())),
});

export const runSchema = z.object({
  id: z.string(),
  status: z.string(),
  progress: number,
  queue_position: number,
  gpu: text,
  started_at: text,
  cold_start_duration: number,
  run_duration: number,
  cold_start_duration_total: number,
  workflow_inputs: z.nullish(z.record(z.string(), z.unknown())),
  outputs: z.nullish(z.array(outputSchema)),
});
export type WireMedia = z.infer<typeof mediaSchema>;
export type WireRun = z.infer<typeof runSchema>;
export type WireOutput = z.infer<typeof outputSchema>;

/** The media items of one output kind; strings and booleans among them are passed over. */
export function mediaItems(items: unknown): WireMedia[] {
  if (!Array.isArray(items)) return [];
  return items.flatMap((item) => {
    const parsed = mediaSchema.safeParse(item);
    return parsed.success ? [parsed.data] : [];
  });
}

const nodeSchema = z.looseObject({
  class_type: z.string(),
  inputs: z.nullish(z.record(z.string(), z.unknown())),
  /** What the dashboard's playground keeps about an input: its place and its group. */
  _meta: z.nullish(z.looseObject({})),
});

export const deploymentSchema = z.object({
  id: z.string(),
  workflow_version_id: text,
  gpu: text,
  workflow: z.nullish(z.object({ name: text })),
  version: z.nullish(z.object({ workflow_api: z.nullish(z.record(z.string(), z.unknown())) })),
  input_types: z.nullish(z.array(z.looseObject({ class_type: text, input_id: text }))),
});
export type WireDeployment = z.infer<typeof deploymentSchema>;

export type WireNode = z.infer<typeof nodeSchema>;

export function nodesOf(graph: Readonly<Record<string, unknown>>): WireNode[] {
  return Object.values(graph).flatMap((node) => {
    const parsed = nodeSchema.safeParse(node);
    return parsed.success ? [parsed.data] : [];
  });
}
