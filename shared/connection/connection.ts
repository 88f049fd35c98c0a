import type { ComfyUiWorkflow } from '#shared/engines/comfyui/workflow.ts';
import type { EngineDescription } from '#shared/engines/engine.ts';
import * as z from '#shared/zod.ts';

type ConnectionFacts = {
  version: 1;
  /** Match patterns of the hosts the engine and its pictures are at, e.g. `https://*.amazonaws.com/*`. */
  hosts: readonly string[];
  /** What the connection test found. */
  description: EngineDescription;
  /** US dollars per second by GPU name. */
  prices: Readonly<Record<string, number>>;
};

export type ComfyDeployConnection = ConnectionFacts & {
  engine: 'comfydeploy';
  baseUrl: string;
  deploymentId: string;
  /**
   * Where the team is told of runs. The whole address is sealed beside the key: many of them are
   * secrets, and whoever knows it can pass for ComfyDeploy.
   */
  webhook?: { host: string; everyStep: boolean };
  /** When the key of a browser login ends; left out for keys that last. */
  keyExpiresAtMs?: number;
};

export type ComfyUiConnection = ConnectionFacts & {
  engine: 'comfyui';
  baseUrl: string;
  workflow: ComfyUiWorkflow;
};

export type PredictionsConnection = ConnectionFacts & {
  engine: 'predictions';
  baseUrl: string;
  /** One of `predictionsModels`. */
  modelId: string;
};

export type OnDeviceConnection = ConnectionFacts & { engine: 'on-device' };

/** How to reach an engine, without its key. A stored document; there is at most one of each engine. */
export type Connection =
  | ComfyDeployConnection
  | ComfyUiConnection
  | PredictionsConnection
  | OnDeviceConnection;

const descriptionSchema = z.looseObject({
  name: z.string(),
  workflowVersion: z.string(),
  inputs: z.array(z.looseObject({ id: z.string(), kind: z.string() })),
  outputId: z.nullable(z.string()),
  gpu: z.nullable(z.string()),
  roles: z.optional(z.record(z.string(), z.nullable(z.string()))),
});

const facts = {
  version: z.literal(1),
  hosts: z.array(z.string()),
  description: descriptionSchema,
  prices: z.record(z.string(), z.number()),
};

const connectionSchema = z.discriminatedUnion('engine', [
  z.looseObject({
    ...facts,
    engine: z.literal('comfydeploy'),
    baseUrl: z.string(),
    deploymentId: z.string(),
    keyExpiresAtMs: z.optional(z.number()),
    webhook: z.optional(z.object({ host: z.string(), everyStep: z.boolean() })),
  }),
  z.looseObject({
    ...facts,
    engine: z.literal('comfyui'),
    baseUrl: z.string(),
    workflow: z.looseObject({ name: z.string(), graph: z.record(z.string(), z.unknown()) }),
  }),
  z.looseObject({ ...facts, engine: z.literal('predictions'), baseUrl: z.string(), modelId: z.string() }),
  z.looseObject({ ...facts, engine: z.literal('on-device') }),
]);

/** A stored connection, `null` when it cannot be read. What it describes was validated when it was found. */
export function parseConnection(stored: unknown): Connection | null {
  const parsed = connectionSchema.safeParse(stored);
  return parsed.success ? (parsed.data as unknown as Connection) : null;
}

/** What in a connection decides a picture: the deployment, model or workflow behind it. */
export function deploymentIdOf(connection: Connection): string {
  switch (connection.engine) {
    case 'comfydeploy':
      return connection.deploymentId;
    case 'predictions':
      return connection.modelId;
    default:
      return connection.description.workflowVersion;
  }
}
