import type { Connection } from '#shared/connection/connection.ts';
import type { EngineId } from '#shared/engines/engine.ts';

/** A connection to an engine that nobody has to reach. */
export function connectionOf(engine: EngineId): Connection {
  const description = { name: engine, workflowVersion: 'v', inputs: [], outputId: null, gpu: null };
  const facts = {
    version: 1,
    hosts: [],
    description,
    prices: {},
    baseUrl: 'https://api.example.com',
  } as const;
  switch (engine) {
    case 'comfydeploy':
      return { ...facts, engine, deploymentId: 'd' };
    case 'comfyui':
      return {
        ...facts,
        engine,
        workflow: { name: engine, graph: {}, inputs: [], outputId: null } as never,
      };
    case 'predictions':
      return { ...facts, engine, modelId: 'm' };
    case 'on-device':
      return { ...facts, engine };
  }
}
