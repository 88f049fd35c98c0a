import type { EngineDescription } from '#shared/engines/engine.ts';
import * as z from '#shared/zod.ts';

/** How to reach the team's workflow, without the key. A stored document. */
export type Connection = {
  version: 1;
  engine: 'comfydeploy';
  baseUrl: string;
  deploymentId: string;
  /** Origins the engine's pictures come from, as match patterns, e.g. `https://*.amazonaws.com/*`. */
  pictureOrigins: readonly string[];
  /** What the connection test found. */
  description: EngineDescription;
  /** US dollars per second by GPU name. */
  prices: Readonly<Record<string, number>>;
};

/** Hosted ComfyDeploy keeps pictures in S3. */
export const hostedPictureOrigins: readonly string[] = ['https://*.amazonaws.com/*'];

const connectionSchema = z.looseObject({
  version: z.literal(1),
  engine: z.literal('comfydeploy'),
  baseUrl: z.string(),
  deploymentId: z.string(),
  pictureOrigins: z.array(z.string()),
  description: z.looseObject({
    name: z.string(),
    workflowVersion: z.string(),
    inputs: z.array(z.looseObject({ id: z.string(), kind: z.string() })),
    outputId: z.nullable(z.string()),
    gpu: z.nullable(z.string()),
  }),
  prices: z.record(z.string(), z.number()),
});

/** A stored connection, `null` when nothing readable is stored. */
export function parseConnection(stored: unknown): Connection | null {
  const parsed = connectionSchema.safeParse(stored);
  return parsed.success ? (parsed.data as unknown as Connection) : null;
}
